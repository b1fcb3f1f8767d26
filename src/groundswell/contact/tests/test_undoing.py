"""Undoing and correcting: a new row each, nothing deleted."""

from datetime import timedelta

import pytest

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.contact.commands import (
    AnswerGiven,
    Correction,
    correct_attempt,
    record_attempts,
    undo_attempt,
)
from groundswell.contact.models import Answer, Attempt, Tally
from groundswell.contact.tests.street import Street, member, organiser
from groundswell.privacy.models import StopContact
from groundswell.register.models import ContactDetail, Review

pytestmark = pytest.mark.django_db


def recorded(street, outcome, by, **more):
    result = street.result(street.electors[0], outcome, **more)
    record_attempts(by=by, results=[result])
    return {"constituency_id": street.constituency.pk, "id_on_device": result.id_on_device}


def test_ones_own_result_of_the_session_is_undone_once():
    street, cal, dee = Street(), member("Cal"), member("Dee")
    refused = recorded(street, "refused", cal)
    with pytest.raises(NotFound):
        undo_attempt(by=dee, **refused)
    undo_attempt(by=cal, **refused)
    undo_attempt(by=cal, **refused)
    assert Attempt.objects.count() == 2
    state = street.state(street.electors[0])
    assert (state.attempts, state.last_outcome, state.rests_until) == (0, "", None)
    assert Tally.objects.get().contacts == 0


def test_after_the_session_an_organiser_corrects():
    street, cal = Street(), member("Cal")
    olu = organiser("Olu", street.constituency)
    refused = recorded(street, "refused", cal)
    with clock.set_to(clock.now() + timedelta(hours=2, minutes=1)):
        with pytest.raises(Refused, match="ask an organiser"):
            undo_attempt(by=cal, **refused)
        right = Correction(uuid7(), "no_answer")
        correct_attempt(by=olu, **refused, correction=right, reason="Wrong button")
        correct_attempt(by=olu, **refused, correction=right, reason="Wrong button")
        with pytest.raises(Refused, match="meanwhile"):
            correct_attempt(
                by=olu, **refused, correction=Correction(uuid7(), "spoke"), reason="No, this"
            )
    new = Attempt.objects.get(voids=refused["id_on_device"])
    assert (new.member, new.corrected_by, new.reason) == (cal, olu, "Wrong button")
    tally = Tally.objects.get()
    assert (tally.attempts, tally.contacts) == (1, 0)
    assert street.state(street.electors[0]).last_outcome == "no_answer"


def test_only_an_organiser_of_the_place_corrects_and_says_why():
    street, elsewhere, cal = Street(), Street(name="Eastmere"), member("Cal")
    refused = recorded(street, "refused", cal)
    right = Correction(uuid7(), "no_answer")
    for somebody in (cal, organiser("Sam", elsewhere.constituency)):
        with pytest.raises(NotFound):
            correct_attempt(by=somebody, **refused, correction=right, reason="Why not")
    with pytest.raises(Refused, match="Say why"):
        correct_attempt(by=organiser("Una", street.ward), **refused, correction=right, reason=" ")
    assert Attempt.objects.count() == 1


def test_what_did_not_happen_counts_as_nothing():
    street, cal = Street(), member("Cal")
    said = (AnswerGiven("q1", "S", "supporter", 1),)
    spoke = recorded(street, "spoke", cal, answers=said)
    olu = organiser("Olu", street.constituency)
    correct_attempt(by=olu, **spoke, correction=Correction(uuid7(), ""), reason="Invented")
    state = street.state(street.electors[0])
    assert (state.conversations, state.voting_intention) == (0, "")
    assert Tally.objects.get().supporter == 0
    assert Answer.objects.count() == 1


def test_a_wrong_number_is_retired_and_reviewed_until_undone():
    street, cal = Street(), member("Cal")
    rung = street.number(street.electors[0], "+441632960001")
    other = street.number(street.electors[0], "+441632960002")
    wrong = recorded(street, "wrong_number", cal, number="+441632960001")
    rung.refresh_from_db()
    other.refresh_from_db()
    assert rung.retired_because == "wrong_number"
    assert other.retired_at is None
    review = Review.objects.get(kind="wrong_number")
    assert review.decision == Review.Decision.OPEN
    undo_attempt(by=cal, **wrong)
    assert not ContactDetail.objects.exclude(retired_at=None).exists()
    review.refresh_from_db()
    assert review.decision == Review.Decision.DISMISSED


def test_a_stop_asked_for_by_mistake_is_lifted_and_an_earlier_one_stays():
    street, cal = Street(), member("Cal")
    stop = recorded(street, "do_not_contact", cal)
    assert StopContact.objects.get().lifted_at is None
    undo_attempt(by=cal, **stop)
    assert StopContact.objects.get().lifted_at is not None
    recorded(street, "do_not_contact", member("Dee"))
    later = recorded(street, "do_not_contact", cal)
    undo_attempt(by=cal, **later)
    assert StopContact.objects.filter(lifted_at=None).count() == 1
