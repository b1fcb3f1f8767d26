"""One number or address of one elector: added, retired, restored, and whether it may be rung."""

from datetime import date
from typing import Any

import pytest

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.members.commands import open_account
from groundswell.members.models import Role
from groundswell.privacy.commands import record_consent, stop_contact, suppress
from groundswell.register import after_apply
from groundswell.register.commands import (
    add_contact_detail,
    restore_contact_detail,
    retire_contact_detail,
)
from groundswell.register.commands.following import follow_all_wishes
from groundswell.register.models import ContactDetail
from groundswell.register.queries import details_of, phone_numbers_of
from groundswell.register.tests.street import ANN, build_street, numbers_of, of, with_role

NUMBER = "+441632960001"
GIVEN: dict[str, Any] = {"source": "Said at the door", "obtained_on": date(2026, 10, 1)}


@pytest.fixture
def council(db):
    return build_street()


@pytest.fixture
def told(monkeypatch):
    """Who was told that somebody's numbers changed."""
    heard = []
    monkeypatch.setattr(
        after_apply, "_on_details_changed", [lambda seat, ids: heard.append(sorted(ids))]
    )
    return heard


def consent_of(elector, **more):
    return record_consent(
        by=None,
        person=elector.person,
        channel="phone",
        wording="You may ring me.",
        given_at=clock.now(),
        how="Said so",
        source="Stall",
    )


def test_a_data_manager_or_organiser_adds_a_number_and_others_do_not(council, told):
    ann = of("Ann")
    stranger = open_account(by=None, email="olive@example.org", name="Olive Stone")
    with pytest.raises(NotFound):
        add_contact_detail(by=stranger, elector=ann, kind="phone", value=ANN, **GIVEN)
    assert ann.ward is not None
    organiser = with_role(ann.ward, Role.Kind.ORGANISER, "Alice Archer")
    for _time in range(2):
        add_contact_detail(by=organiser, elector=ann, kind="phone", value=ANN, **GIVEN)
    assert phone_numbers_of(ann) == [NUMBER]
    assert told == [[ann.pk]]


@pytest.mark.parametrize(
    ("kind", "value", "more", "sentence"),
    [
        ("phone", "12345", {}, "not a telephone number"),
        ("email", "ann@", {}, "not an e-mail address"),
        ("phone", ANN, {"source": " "}, "where"),
        ("phone", ANN, {"obtained_on": date(2999, 1, 1)}, "future"),
    ],
)
def test_nonsense_is_refused(council, kind, value, more, sentence):
    with pytest.raises(Refused, match=sentence):
        add_contact_detail(by=None, elector=of("Ann"), kind=kind, value=value, **(GIVEN | more))
    assert not ContactDetail.objects.exists()


def test_nothing_is_added_to_those_who_want_no_contact_or_are_anonymous(council):
    ann, bob, cat = of("Ann"), of("Bob"), of("Cat")
    stop_contact(by=None, person=ann.person, how="Said so", channel="phone")
    suppress(by=None, kind="phone", value=NUMBER)
    type(cat).objects.filter(pk=cat.pk).update(gone_at=clock.today())
    nobody = of("")
    for elector, value, sentence in (
        (ann, "07700 900009", "asked not to be contacted"),
        (bob, ANN, "suppression list"),
        (of("Cat"), "07700 900009", "no longer on the register"),
        (nobody, "07700 900009", "anonymous"),
    ):
        with pytest.raises(Refused, match=sentence):
            add_contact_detail(by=None, elector=elector, kind="phone", value=value, **GIVEN)
    add_contact_detail(by=None, elector=ann, kind="email", value="ann@example.org", **GIVEN)
    assert ContactDetail.objects.count() == 1


def test_a_retired_number_comes_back_only_by_the_way_it_went(council, told):
    ann = of("Ann")
    add_contact_detail(by=None, elector=ann, kind="phone", value=ANN, **GIVEN)
    assert retire_contact_detail(by=None, elector=ann, value=NUMBER, because="wrong_number") == 1
    assert retire_contact_detail(by=None, elector=ann, value=NUMBER, because="moved") == 0
    assert numbers_of(ann)[NUMBER].retired_because == "wrong_number"
    assert phone_numbers_of(ann) == []
    assert restore_contact_detail(by=None, elector=ann, value=NUMBER) == 1
    assert phone_numbers_of(ann) == [NUMBER]
    retire_contact_detail(by=None, elector=ann, because="asked")
    assert restore_contact_detail(by=None, elector=ann) == 0
    assert told == [[ann.pk]] * 4


def test_consent_given_and_withdrawn_shows_on_every_number(
    council, told, django_capture_on_commit_callbacks
):
    ann = of("Ann")
    add_contact_detail(by=None, elector=ann, kind="phone", value=ANN, **GIVEN)
    with django_capture_on_commit_callbacks(execute=True):
        consent_of(ann)
    assert numbers_of(ann)[NUMBER].consented
    add_contact_detail(by=None, elector=ann, kind="phone", value="07700 900009", **GIVEN)
    assert numbers_of(ann)["+447700900009"].consented
    with django_capture_on_commit_callbacks(execute=True):
        stop_contact(by=None, person=ann.person, how="Said so")
    assert not any(detail.consented for detail in numbers_of(ann).values())


def test_a_suppressed_number_is_used_for_nobody(council, django_capture_on_commit_callbacks):
    for name in ("Ann", "Bob"):
        add_contact_detail(by=None, elector=of(name), kind="phone", value=ANN, **GIVEN)
    with django_capture_on_commit_callbacks(execute=True):
        suppress(by=None, kind="phone", value="+44 1632 960001")
    assert phone_numbers_of(of("Ann")) == phone_numbers_of(of("Bob")) == []
    assert restore_contact_detail(by=None, elector=of("Ann")) == 0


def test_what_a_killed_process_left_undone_is_healed(council):
    """Without the callbacks after the commit, as if the process had died there."""
    ann, bob = of("Ann"), of("Bob")
    for elector, value in ((ann, ANN), (bob, "07700 900002")):
        add_contact_detail(by=None, elector=elector, kind="phone", value=value, **GIVEN)
    consent_of(ann)
    suppress(by=None, kind="phone", value="+447700900002")
    assert not details_of(ann).get().consented
    follow_all_wishes()
    assert details_of(ann).get().consented
    assert phone_numbers_of(bob) == []
