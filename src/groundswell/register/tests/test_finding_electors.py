"""Electors are found by those who may see them, in their own areas only."""

from urllib.parse import urlsplit

import pytest
from django.test import Client

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.members.commands import make_sign_in_link, open_account
from groundswell.members.models import Role
from groundswell.places.models import Area
from groundswell.register.models import Elector
from groundswell.register.queries import elector_seen_by, find_electors, household_of
from groundswell.register.rules.search import what_is_sought
from groundswell.register.tests.street import ANN, HERE, build_street, of, take, with_role


@pytest.fixture
def council(db):
    return build_street()


@pytest.fixture
def organiser(council):
    return with_role(of("Ann").constituency, Role.Kind.ORGANISER, "Alice Archer")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("smith", ["Ann", "Bob"]),
        ("Ann Smith", ["Ann"]),
        ("Smith, Ann", ["Ann"]),
        ("smith ann", ["Ann"]),
        ("O'Brien", ["Sean", "Sean"]),
        ("ab-3", ["Cat"]),
        (HERE.lower().replace(" ", ""), ["Ann", "Bob", "Cat", "David", "Sean", "Sean"]),
        ("Long Riding", ["David"]),
        ("1 Southernhay", ["Ann", "Bob"]),
        ("(01632) 960 001", ["Ann"]),
        ("AB-6", []),
        ("s", []),
        ("", []),
    ],
)
def test_what_people_type(council, organiser, text, found):
    take(council, [["AB-1", "", "", "", "", ANN, ""]])
    electors = find_electors(organiser, text).electors
    assert sorted(elector.forename for elector in electors) == found


def test_only_ones_own_areas_and_roles_that_see_electors(council, organiser):
    ann = of("Ann")
    stranger = open_account(by=None, email="olive@example.org", name="Olive Stone")
    top = with_role(ann.constituency, Role.Kind.HEADQUARTERS, "Hana Cole")
    elsewhere = Area.objects.create(kind="constituency", code="X2", name="Hillbury", path="/99/")
    other = with_role(elsewhere, Role.Kind.ORGANISER, "Charlie Dunn")
    for member in (stranger, top, other):
        assert find_electors(member, "smith").electors == []
        with pytest.raises(NotFound):
            elector_seen_by(member, ann.constituency_id, ann.pk)
    assert elector_seen_by(organiser, ann.constituency_id, ann.pk) == ann
    with pytest.raises(NotFound):
        elector_seen_by(organiser, elsewhere.pk, ann.pk)


def test_a_role_for_a_ward_or_council_shows_its_electors(council):
    ann = of("Ann")
    assert ann.ward is not None
    in_ward = with_role(ann.ward, Role.Kind.ORGANISER, "Wanda Reed")
    of_council = with_role(council, Role.Kind.AGENT, "Amir Sadiq")
    Elector.objects.filter(pk=of("Bob").pk).update(ward=None)
    assert [one.forename for one in find_electors(in_ward, "smith").electors] == ["Ann"]
    assert len(find_electors(of_council, "smith").electors) == 2
    assert find_electors(of_council, "smith", area=ann.ward).electors == [ann]
    assert find_electors(in_ward, "smith", area=council).electors == [ann]


def test_who_has_gone_is_not_found_and_many_are_cut_short(council, organiser):
    Elector.objects.filter(forename="Ann").update(gone_at=clock.today())
    assert [one.forename for one in find_electors(organiser, "smith").electors] == ["Bob"]
    bob = of("Bob")
    for number in range(100, 160):
        bob.pk, bob.number = None, number
        bob.save()
    found = find_electors(organiser, "smith")
    assert (len(found.electors), found.more) == (50, True)


def test_housemates(council):
    assert [one.forename for one in household_of(of("Ann"))] == ["Bob"]
    assert list(household_of(of(""))) == []


def test_what_is_sought_is_told_apart():
    assert what_is_sought("KD-2/2-289/1").number == ("KD-2/2", 289, 1)
    assert what_is_sought("ss141el").postcode == "SS14 1EL"
    assert what_is_sought("+44 7700 900002").phone_digits == "700900002"
    assert (what_is_sought("12a High St").house, what_is_sought("12a High St").street) == (
        "12A",
        "High St",
    )
    assert not what_is_sought(" . ")


def test_searching_is_limited_and_says_when_to_come_back(council, organiser, monkeypatch):
    monkeypatch.setattr("groundswell.register.views.electors.PER_MINUTE", 2)
    browser = Client()
    link = make_sign_in_link(by=None, member=organiser, at_the_server=True)
    browser.post(urlsplit(link).path)
    with clock.set_to(clock.now()):
        pages = [
            browser.post("/register/electors/", {"q": "Ann Smith"}).content.decode()
            for _time in range(3)
        ]
    assert ["1 Southernhay" in page for page in pages] == [True, True, False]
    assert "too often" in pages[2]
