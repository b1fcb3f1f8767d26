"""Held results: stored, not counted, until somebody decides."""

import pytest

from groundswell.common.errors import Refused
from groundswell.contact.commands import (
    AnswerGiven,
    hold_results,
    record_attempts,
    reject_results,
    release_results,
)
from groundswell.contact.models import Attempt, Tally
from groundswell.contact.tests.street import Street, member, organiser

pytestmark = pytest.mark.django_db

SAID = (AnswerGiven("q1", "S", "supporter", 1),)


def counted():
    return sum(Tally.objects.values_list("conversations", flat=True))


def spoke(street, place, by, effort_id=1):
    ann = street.electors[place]
    result = street.result(ann, "spoke", answers=SAID, effort_id=effort_id)
    record_attempts(by=by, results=[result])
    return street.state(ann)


def test_held_results_leave_totals_and_states_and_come_back():
    street, cal = Street(), member("Cal")
    olu = organiser("Olu", street.constituency)
    spoke(street, 0, cal)
    spoke(street, 2, member("Dee"))
    hold = hold_results(by=olu, member_id=cal.pk, effort_id=1, reason="Too quick")
    assert hold_results(by=olu, member_id=cal.pk, effort_id=1, reason="Again") == hold
    assert counted() == 1
    assert street.state(street.electors[0]).voting_intention == ""
    assert street.state(street.electors[1]).rests_until is None
    assert spoke(street, 1, cal).attempts == 0
    assert counted() == 1
    assert spoke(street, 1, cal, effort_id=2).attempts == 1
    release_results(by=olu, held_id=hold.pk)
    release_results(by=olu, held_id=hold.pk)
    assert counted() == 4
    assert street.state(street.electors[0]).voting_intention == "supporter"
    with pytest.raises(Refused):
        reject_results(by=olu, held_id=hold.pk)
    assert Attempt.objects.count() == 4


def test_rejected_results_never_count_and_later_ones_do():
    street, cal = Street(), member("Cal")
    olu = organiser("Olu", street.constituency)
    spoke(street, 0, cal)
    hold = hold_results(by=olu, member_id=cal.pk, effort_id=1, reason="Invented")
    reject_results(by=olu, held_id=hold.pk)
    with pytest.raises(Refused):
        release_results(by=olu, held_id=hold.pk)
    assert counted() == 0
    assert spoke(street, 1, cal).conversations == 1
    again = hold_results(by=olu, member_id=cal.pk, effort_id=1, reason="Again")
    assert again != hold
    assert counted() == 0
    release_results(by=olu, held_id=again.pk)
    assert counted() == 1
    assert street.state(street.electors[0]).conversations == 0
