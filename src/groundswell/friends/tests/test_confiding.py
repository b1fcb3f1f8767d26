"""What a supporter shares of a friend: once, on the right record or on none, and back again."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.contact.models import Answer, Attempt
from groundswell.friends.commands import (
    Confided,
    OpeningPlan,
    confide,
    forget_member,
    forget_person,
    open_for_matching,
    settle_unclear,
    take_back_confidence,
)
from groundswell.friends.models import Confidence
from groundswell.friends.privacy import held_for, held_on
from groundswell.friends.queries import Spoken
from groundswell.privacy.queries import consents_of, stops_of
from groundswell.register.models import ContactDetail, Elector
from tests.phone_bank import people_in, universe_of

pytestmark = pytest.mark.django_db
State = Confidence.State


@pytest.fixture
def elector(town):
    """Ann of Mill Lane, where Marshfield is open for matching."""
    people = people_in(town.riverside, town.marshfield, [1] * 5)
    plan = OpeningPlan(
        name="This month",
        area=town.marshfield,
        universe=universe_of(town),
        starts_on=clock.today(),
        ends_on=clock.today() + timedelta(days=20),
    )
    open_for_matching(by=town.organiser, plan=plan)
    ann = people[0]
    Elector.objects.filter(constituency=town.marshfield, pk=ann.pk).update(
        forename="Elizabeth", surname="Clarke"
    )
    ann.refresh_from_db()
    return ann


def number_of(elector):
    found = ContactDetail.objects.filter(
        constituency=elector.constituency_id, elector=elector.pk, kind="phone"
    )
    return found[0].value


def told(elector, **more):
    spoken = more.pop("spoken", Spoken("Liz Clark", phone=number_of(elector)))
    usual: dict[str, Any] = {"outcome": "talked", "made_at": clock.now(), "view": ""}
    return Confided(id_on_device=uuid7(), spoken=spoken, **usual | {"consents": {}} | more)


def attempts(town):
    return Attempt.objects.filter(constituency=town.marshfield)


def test_a_friend_surely_found_gets_an_attempt_and_the_words_are_not_kept(town, elector):
    word = told(elector, view="leaning")
    for _turn in range(2):
        kept = confide(by=town.supporter, told=word)
    assert (kept.state, kept.told, kept.person) == (State.MATCHED, {}, elector.person)
    attempt = attempts(town).get()
    assert (attempt.elector_id, attempt.channel, attempt.outcome, attempt.member_id) == (
        elector.pk,
        "friend",
        "spoke",
        town.supporter.pk,
    )
    assert attempt.effort_id is None
    assert Answer.objects.get(constituency=town.marshfield).meaning == "leaning"
    assert not consents_of(elector.person).exists()


def test_consent_is_recorded_with_its_words_and_only_then_is_a_new_number_kept(town, elector):
    there = number_of(elector)
    new = Spoken("Elizabeth Clarke", phone="+447700900123", postcode="SS14 1AA")
    confide(by=town.supporter, told=told(elector, spoken=new))
    assert {number_of(elector)} == {there}
    words = "“Yes, they may text me.”"
    confide(by=town.supporter, told=told(elector, spoken=new, consents={"text": words}))
    consent = consents_of(elector.person).get()
    assert (consent.channel, consent.wording, consent.recorded_by) == (
        "text",
        words,
        town.supporter,
    )
    details = ContactDetail.objects.filter(constituency=town.marshfield, elector=elector.pk)
    assert set(details.values_list("value", flat=True)) == {there, "+447700900123"}


def test_a_name_alone_or_another_name_is_put_on_nobodys_record(town, elector):
    for spoken in (Spoken("Liz Clark"), Spoken("Zed Zebra", phone=number_of(elector))):
        assert confide(by=town.supporter, told=told(elector, spoken=spoken)).state == State.UNCLEAR
    assert not attempts(town).exists()


def test_nobody_is_found_beyond_what_is_open_to_the_supporter(town, elector):
    assert confide(by=town.outsider, told=told(elector)).state == State.UNCLEAR
    assert not attempts(town).exists()


def test_what_waits_is_settled_later_or_forgotten(town, elector):
    late = Spoken("Liz Clark", phone="+447700900321")
    waiting = confide(by=town.supporter, told=told(elector, spoken=late))
    never = confide(by=town.supporter, told=told(elector, spoken=Spoken("Zed Zebra")))
    ContactDetail.objects.create(
        constituency=town.marshfield,
        elector=elector,
        kind="phone",
        value=late.phone,
        source="Card",
        obtained_on=clock.today(),
    )
    settle_unclear()
    waiting.refresh_from_db()
    assert waiting.state == State.MATCHED
    with clock.set_to(clock.now() + timedelta(days=31)):
        settle_unclear()
    never.refresh_from_db()
    assert (never.state, never.told) == (State.LEFT, {})


def test_who_wants_to_be_left_alone_is(town, elector):
    confide(by=town.supporter, told=told(elector, outcome="leave_alone"))
    assert stops_of(elector.person).filter(lifted_at=None).exists()


def test_it_can_be_taken_back_for_two_hours_and_by_nobody_else(town, elector):
    word = told(elector)
    confide(by=town.supporter, told=word)
    with pytest.raises(NotFound):
        confide(by=town.caller, told=word)
    take_back_confidence(by=town.caller, id_on_device=word.id_on_device)
    assert attempts(town).count() == 1
    for _turn in range(2):
        take_back_confidence(by=town.supporter, id_on_device=word.id_on_device)
    assert attempts(town).filter(voids=word.id_on_device).exists()
    late = told(elector)
    confide(by=town.supporter, told=late)
    with clock.set_to(clock.now() + timedelta(hours=3)), pytest.raises(Refused):
        take_back_confidence(by=town.supporter, id_on_device=late.id_on_device)


def test_what_makes_no_sense_is_refused(town, elector):
    word = told(elector)
    for wrong in (
        replace(word, outcome="won_over"),
        replace(word, view="blue"),
        replace(word, spoken=Spoken(" ")),
    ):
        with pytest.raises((Refused, ValidationError)):
            confide(by=town.supporter, told=wrong)
    assert not Confidence.objects.exists()


def test_leaving_takes_the_supporters_words_and_leaves_the_voters_record(town, elector):
    confide(by=town.supporter, told=told(elector))
    confide(by=town.supporter, told=told(elector, spoken=Spoken("Zed Zebra")))
    names = [str(row["Name"]) for row in held_for(town.supporter)]
    assert sorted(names) == ["", "Zed Zebra"]
    assert len(list(held_on(elector.person))) == 1
    forget_member(town.supporter)
    assert not Confidence.objects.exists()
    assert attempts(town).count() == 1


def test_erasing_a_person_takes_what_friends_told_of_them(town, elector):
    confide(by=town.supporter, told=told(elector))
    assert forget_person(elector.person) == 1
    assert forget_person(elector.person) == 0


def test_an_address_that_was_never_shown_to_be_ones_own_puts_nothing_on_a_record(client, town):
    from groundswell.friends.models import Opening

    universe_of(town)
    answer = client.post("/friends/", {"name": "Nia", "email": "nia@example.org"})
    assert answer.status_code == 302
    sent = {
        "id": str(uuid7()),
        "name": "Liz Clark",
        "outcome": "talked",
        "made_at": "2026-11-01T10:00:00.000Z",
    }
    refused = client.post("/friends/told/", sent, content_type="application/json")
    assert refused.status_code == 409
    assert "e-mail" in refused.json()["detail"]
    mine = town.client_for("supporter")
    assert mine.post("/friends/told/", sent, content_type="application/json").status_code == 200
    assert not Opening.objects.exists()
