"""States follow the register: made, moved, closed; who may be called, and from what age."""

from datetime import date, timedelta

import pytest

from groundswell.common import clock
from groundswell.contact.commands import (
    forget_person,
    forget_the_destroyed,
    keep_states,
    rebuild_state,
    record_attempts,
    refresh_callable,
)
from groundswell.contact.commands.joining import follow_joined
from groundswell.contact.commands.stopping import follow_all_stops
from groundswell.contact.models import Answer, Attempt, ElectorState, Tally
from groundswell.contact.queries import is_callable
from groundswell.contact.rules.results import AnswerGiven
from groundswell.contact.tests.street import Street
from groundswell.privacy.commands import stop_contact
from groundswell.register.announcements import ElectorsJoined
from groundswell.register.models import Elector

pytestmark = pytest.mark.django_db

SAID = (AnswerGiven("q1", "S", "supporter", 1), AnswerGiven("q2", "My knee hurts"))


def test_every_elector_has_a_state_and_the_gone_and_anonymous_are_not_in_force():
    street = Street()
    home = street.household(9)
    street.elector(home, "Ida", gone_at=date(2026, 12, 1))
    street.elector(None, "", kind=Elector.Kind.ANONYMOUS)
    keep_states([street.constituency.pk])
    keep_states([street.constituency.pk])
    assert ElectorState.objects.count() == 5
    assert ElectorState.objects.filter(in_force=True).count() == 3


def test_who_moves_takes_over_the_rest_of_the_new_address():
    street = Street()
    ann, mate, other = street.electors
    record_attempts(by=None, results=[street.result(ann, "refused")])
    Elector.objects.filter(pk=other.pk).update(household=ann.household)
    Elector.objects.filter(pk=mate.pk).update(household=other.household)
    newcomer = street.elector(ann.household, "Nia")
    keep_states([street.constituency.pk])
    resting = street.state(ann).rests_until
    assert street.state(other).rests_until == resting
    assert street.state(newcomer).rests_until == resting
    assert street.state(mate).rests_until is None


def test_nobody_under_sixteen_is_old_enough():
    street = Street()
    today = clock.today()
    home = street.household(9)
    young = street.elector(home, "Yan", attains_on=today + timedelta(days=365 * 3))
    older = street.elector(home, "Oli", attains_on=today + timedelta(days=300))
    born = street.elector(home, "Bea", born_on=today - timedelta(days=365 * 15))
    keep_states([street.constituency.pk])
    assert street.state(older).old_enough_on is None
    for elector in (young, born):
        assert today < street.state(elector).old_enough_on < today + timedelta(days=370)


@pytest.mark.parametrize(
    ("number", "why_not", "days"),
    [
        ({}, "unscreened", None),
        ({"screened": 0}, "", 28),
        ({"screened": 27}, "", 1),
        ({"screened": 0, "tps_listed": True}, "tps", None),
        ({"screened": 40, "tps_listed": True, "consented": True}, "", 10_000),
        ({"screened": 0, "retired_at": clock.now()}, "no_number", None),
    ],
)
def test_a_number_may_be_rung_when_screened_or_consented(number, why_not, days):
    street = Street()
    ann = street.electors[0]
    number = dict(number)
    screened = number.pop("screened", None)
    if screened is not None:
        number["screened_on"] = clock.today() - timedelta(days=screened)
    street.number(ann, **number)
    refresh_callable(street.constituency.pk, [ann.pk])
    state = street.state(ann)
    assert state.not_callable == why_not
    if days is None:
        assert state.callable_until is None
    else:
        assert state.callable_until >= clock.today() + timedelta(days=days)
    assert is_callable(state) == (days is not None)


def test_a_stop_recorded_before_the_elector_came_holds_here_too():
    street = Street()
    ann = street.electors[0]
    stop_contact(by=None, person=ann.person, how="By letter", channel="phone")
    stop_contact(by=None, person=ann.person, how="By letter", channel="door")
    assert street.state(ann).stopped == ""
    follow_all_stops()
    assert street.state(ann).stopped == ",door,phone,"


def test_joined_electors_have_one_history():
    street = Street()
    ann, _mate, other = street.electors
    record_attempts(by=None, results=[street.result(other, "spoke", answers=SAID)])
    seat = street.constituency.pk
    Elector.objects.filter(pk=other.pk).update(gone_at=date(2026, 12, 1), person=ann.person)
    joined = ElectorsJoined(seat, ann.pk, seat, other.pk, ann.person)
    follow_joined(joined)
    follow_joined(joined)
    assert street.state(ann).voting_intention == "supporter"
    assert street.state(other).attempts == 0


def test_an_erased_person_leaves_the_totals_as_they_were():
    street = Street()
    ann, mate, _other = street.electors
    result = street.result(ann, "spoke", answers=SAID, detail="Welsh")
    record_attempts(by=None, results=[result])
    before = Tally.objects.values().get()
    assert forget_person(ann.person) > 0
    forget_person(ann.person)
    assert street.state(ann).attempts == 0
    assert street.state(mate).rests_until is None
    attempt = Attempt.objects.get()
    assert (attempt.elector_id, attempt.household_id, attempt.detail) == (0, None, "")
    assert set(Answer.objects.values_list("value", "elector_id")) == {("", 0)}
    rebuild_state()
    after = Tally.objects.values().get()
    assert {**after, "id": 0} == {**before, "id": 0}


def test_what_is_destroyed_in_the_register_goes_here_too():
    street = Street()
    ann = street.electors[0]
    record_attempts(by=None, results=[street.result(ann, "spoke", answers=SAID)])
    Elector.objects.filter(pk=ann.pk).delete()
    forget_the_destroyed([street.constituency.pk])
    assert ElectorState.objects.count() == 2
    assert Attempt.objects.get().elector_id == 0
