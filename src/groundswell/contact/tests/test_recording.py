"""Recording counts once, and keeps what we know."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.models import Sum

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.contact.commands import AnswerGiven, Receipt, record_attempts, undo_attempt
from groundswell.contact.models import Answer, Attempt, Tally
from groundswell.contact.tests.street import Street, member

pytestmark = pytest.mark.django_db

SUPPORTER = AnswerGiven("q1", "S", "supporter", 1)


def test_a_conversation_is_stored_known_and_counted():
    street = Street()
    ann, mate, other = street.electors
    caller = member("Cal", street.branch)
    spoke = street.result(ann, "spoke", answers=(SUPPORTER,), effort_id=7)
    stored = record_attempts(by=caller, results=[spoke])
    assert [one.receipt for one in stored] == [Receipt.NEW]
    state = street.state(ann)
    assert (state.attempts, state.contacts, state.conversations) == (1, 1, 1)
    assert (state.voting_intention, state.canvass_code_id) == ("supporter", 1)
    assert state.rests_until - spoke.made_at > timedelta(days=27)
    assert street.state(mate).rests_until == state.rests_until
    assert street.state(mate).attempts == 0
    assert street.state(other).rests_until is None
    row = Tally.objects.get(constituency=street.constituency)
    assert (row.attempts, row.contacts, row.conversations, row.supporter) == (1, 1, 1, 1)
    assert (row.branch_id, row.ward_id, row.effort_id) == (street.branch.pk, street.ward.pk, 7)


def test_sent_again_it_is_the_same_result():
    street = Street()
    caller = member("Cal")
    result = street.result(street.electors[0], "spoke", answers=(SUPPORTER,))
    record_attempts(by=caller, results=[result, result])
    again = record_attempts(by=caller, results=[result])
    assert [one.receipt for one in again] == [Receipt.REPEAT]
    assert Attempt.objects.count() == Answer.objects.count() == 1
    assert street.state(street.electors[0]).attempts == 1
    assert Tally.objects.get().attempts == 1


def test_a_stranger_is_unknown_and_the_others_are_stored():
    street, elsewhere = Street(), Street(name="Eastmere")
    wrong_place = street.result(elsewhere.electors[0])
    right = street.result(street.electors[0])
    stored = record_attempts(by=member("Cal"), results=[wrong_place, right])
    assert [one.receipt for one in stored] == [Receipt.UNKNOWN, Receipt.NEW]
    assert Attempt.objects.count() == 1


def test_who_is_barred_records_nothing():
    street = Street()
    caller = member("Cal")
    record_attempts(by=caller, results=[street.result(street.electors[0])])
    caller.is_active = False
    caller.save()
    with pytest.raises(Refused), transaction.atomic():
        record_attempts(by=caller, results=[street.result(street.electors[0])])
    assert Attempt.objects.count() == 1


def test_what_happened_first_and_came_late_changes_no_last_word():
    street = Street()
    ann = street.electors[0]
    now = clock.now()
    record_attempts(by=None, results=[street.result(ann, "call_back", call_back_at=now)])
    late = street.result(ann, "spoke", made_at=now - timedelta(hours=3), answers=(SUPPORTER,))
    record_attempts(by=None, results=[late])
    state = street.state(ann)
    assert (state.last_outcome, state.voting_intention) == ("call_back", "supporter")
    assert state.call_back_at == now
    assert state.attempts == 2


def test_a_call_back_rests_the_one_who_asked_alone():
    street = Street()
    ann, mate, _other = street.electors
    at = clock.now() + timedelta(hours=3)
    record_attempts(by=None, results=[street.result(ann, "call_back", call_back_at=at)])
    assert street.state(ann).rests_until == at
    assert street.state(mate).rests_until is None


def test_who_asks_not_to_be_contacted_is_stopped(django_capture_on_commit_callbacks):
    street = Street()
    ann, mate, _other = street.electors
    with django_capture_on_commit_callbacks(execute=True):
        record_attempts(by=member("Cal"), results=[street.result(ann, "do_not_contact")])
    assert street.state(ann).stopped == ",all,"
    assert street.state(mate).stopped == ""


def test_do_not_knock_stops_visits_alone_until_it_is_taken_back(django_capture_on_commit_callbacks):
    street, cal = Street(), member("Cal")
    ann = street.electors[0]
    told = street.result(ann, "do_not_contact", channel="door")
    with django_capture_on_commit_callbacks(execute=True):
        record_attempts(by=cal, results=[told])
    assert street.state(ann).stopped == ",door,"
    with django_capture_on_commit_callbacks(execute=True):
        undo_attempt(by=cal, constituency_id=street.constituency.pk, id_on_device=told.id_on_device)
    assert street.state(ann).stopped == ""


def test_somebody_else_at_the_door_is_a_contact_and_a_locked_gate_is_none(settings):
    street, now = Street(), clock.now()
    ann, mate, other = street.electors
    told = [
        street.result(ann, "other_answered", channel="door", made_at=now),
        street.result(other, "inaccessible", channel="door", made_at=now),
    ]
    record_attempts(by=None, results=told)
    counted = {one: street.state(one) for one in (ann, mate, other)}
    assert (counted[ann].attempts, counted[ann].contacts, counted[ann].conversations) == (1, 1, 0)
    assert (counted[other].attempts, counted[other].contacts) == (1, 0)
    tomorrow = now.replace(microsecond=0) + timedelta(hours=settings.ENVIRONMENT.retry_hours)
    assert {one.rests_until for one in counted.values()} == {tomorrow}
    assert Tally.objects.aggregate(Sum("attempts"), Sum("contacts")) == {
        "attempts__sum": 2,
        "contacts__sum": 1,
    }


def test_an_organisation_that_may_not_keep_opinions_keeps_none(settings):
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(
        update={"organisation_legal_kind": "unregistered_group"}
    )
    street = Street()
    ann = street.electors[0]
    said = (SUPPORTER, AnswerGiven("q2", "yes"))
    record_attempts(by=None, results=[street.result(ann, "spoke", answers=said)])
    assert [one.question for one in Answer.objects.all()] == ["q2"]
    assert street.state(ann).voting_intention == ""
    assert Tally.objects.get().supporter == 0
