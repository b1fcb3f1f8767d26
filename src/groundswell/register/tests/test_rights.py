"""What the register holds on a person: found, told, erased."""

import pytest

from groundswell.common import clock
from groundswell.members.models import Role
from groundswell.privacy.commands import erase
from groundswell.privacy.queries import find_people, suppressed_among
from groundswell.privacy.queries.held import everything_held
from groundswell.privacy.rules import name_and_address
from groundswell.register.commands import raise_review
from groundswell.register.models import ContactDetail, Elector, RegisterEntry, Review, Tag
from groundswell.register.tests.street import (
    ANN,
    HERE,
    build_street,
    not_taken,
    of,
    take,
    with_role,
)
from groundswell.register.tests.test_details_import import CONSENT


@pytest.fixture
def council(db):
    return build_street()


@pytest.fixture
def agent(council):
    return with_role(council, Role.Kind.AGENT, "Amir Sadiq")


@pytest.mark.parametrize(
    ("name", "address", "phone", "first"),
    [
        ("Ann Smith", "", "", "Ann"),
        ("Mrs Ann Smith", f"1 Southernhay, {HERE}", "", "Ann"),
        ("", "", "+441632960001", "Ann"),
        ("Cathy Jones", f"Flat 2 Eden House, 14 Southernhay, {HERE}", "", "Cat"),
        ("", f"20 Southernhay, {HERE}", "", "David"),
    ],
)
def test_somebody_is_found_as_they_write_themselves(council, agent, name, address, phone, first):
    take(council, [["AB-1", "", "", "", "", ANN, ""]])
    found = find_people(agent, name=name, address=address, phone=phone)
    assert (
        found[0].person == of(first).person if first != "David" else found[0].name == "David Price"
    )


def test_agents_find_only_people_of_their_own_areas(council, agent):
    elsewhere = of("Ann").constituency.parent
    assert elsewhere is not None
    assert find_people(agent, name="Ann Smith")
    Elector.objects.update(council=elsewhere)
    assert find_people(agent, name="Ann Smith") == []


def test_everything_is_told(council, agent):
    take(council, [["AB-1", "", "", "", "", ANN, "ann@example.org"]], consent=CONSENT)
    ann = of("Ann")
    Tag.objects.create(
        constituency=ann.constituency, elector=ann, name="Poster site", added_at=clock.now()
    )
    raise_review(by=None, kind="moved", elector=ann, key="1", left={})
    held = everything_held(agent, ann.person)
    rows = next(section for section in held.sections if section.name == "register").rows
    told = {str(value) for row in rows for value in row.values()}
    assert {"Ann Smith", "AB-1", "01632 960001", "ann@example.org", "Poster site"} <= told


def test_after_an_erasure_the_entry_stays_and_no_file_brings_the_rest_back(
    council, agent, django_capture_on_commit_callbacks
):
    take(council, [["AB-1", "", "", "", "", ANN, "ann@example.org"]])
    take(council, [["AB-2", "", "", "", "", ANN, ""]])
    unclear = ["", "Ann", "Evans", "1 Southernhay", HERE, "07700 900009", ""]
    take(council, [unclear])
    ann = of("Ann")
    with django_capture_on_commit_callbacks(execute=True):
        erase(by=agent, person=ann.person)
    left = ContactDetail.objects.get()
    assert (left.elector, left.retired_because) == (of("Bob"), "suppressed")
    assert of("Ann").gone_at is None
    assert Review.objects.get().left == {}
    again = take(council, [["AB-1", "", "", "", "", "07700 900009", ""]])
    assert not ContactDetail.objects.filter(elector=ann).exists()
    assert not_taken(again)


def test_a_closed_entry_goes_altogether(council, agent):
    ann = of("Ann")
    Elector.objects.filter(pk=ann.pk).update(gone_at=clock.today(), gone_because="deceased")
    RegisterEntry.objects.create(
        constituency=ann.constituency,
        register_import_id=1,
        elector=ann,
        line_number=2,
        elector_number="AB-1",
        raw="AB\t1\tSmith",
    )
    erase(by=agent, person=ann.person)
    assert not Elector.objects.filter(pk=ann.pk).exists()
    assert not RegisterEntry.objects.exists()
    known_as = name_and_address("Ann Smith", "1 Southernhay, Basildon", HERE)
    assert suppressed_among("name_address", [known_as]) == {known_as}
