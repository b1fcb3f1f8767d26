"""Results recorded by many at once, and held, undone and rebuilt meanwhile: counted once each."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from groundswell.common.errors import NotFound
from groundswell.contact.commands import (
    AnswerGiven,
    Receipt,
    hold_results,
    rebuild_state,
    record_attempts,
    release_results,
    undo_attempt,
)
from groundswell.contact.commands.state_rows import COLUMNS
from groundswell.contact.models import Attempt, ElectorState, Tally
from groundswell.contact.rules.tallies import COUNTS, TallyKey
from groundswell.contact.tests.street import Street, member

SAID = (AnswerGiven("q1", "S", "supporter", 1),)


def everything():
    """All states, and all totals that are not nothing."""
    states = list(ElectorState.objects.order_by("elector").values_list("elector", *COLUMNS))
    rows = Tally.objects.order_by(*TallyKey._fields).values_list(*TallyKey._fields, *COUNTS)
    return states, [row for row in rows if any(row[-len(COUNTS) :])]


def test_one_result_sent_by_many_at_once_is_one(at_once):
    street, cal = Street(), member("Cal")
    result = street.result(street.electors[0], "spoke", answers=SAID, effort_id=1)
    stored = at_once([partial(record_attempts, by=cal, results=[result])] * 8)
    receipts = sorted(one[0].receipt.value for one in stored)
    assert receipts == [Receipt.NEW.value] + [Receipt.REPEAT.value] * 7
    assert street.state(street.electors[0]).conversations == 1
    assert Tally.objects.get().supporter == 1


def test_what_happens_at_the_same_moment_adds_up(at_once):
    street = Street(households=(2, 2, 2, 2))
    callers = [member(name, street.branch) for name in ("Cal", "Dee", "Eli", "Fay")]
    results = {
        caller.pk: [
            street.result(elector, "spoke", answers=SAID, effort_id=1)
            for elector in street.electors
        ]
        for caller in callers
    }

    def call(caller):
        for result in results[caller.pk]:
            record_attempts(by=caller, results=[result])

    def change_ones_mind(caller):
        for result in results[caller.pk][::2]:
            with suppress(NotFound):
                undo_attempt(
                    by=caller,
                    constituency_id=result.constituency_id,
                    id_on_device=result.id_on_device,
                )

    def hold_and_release():
        for _turn in range(3):
            hold = hold_results(by=None, member_id=callers[0].pk, effort_id=1, reason="test")
            release_results(by=None, held_id=hold.pk)
        hold_results(by=None, member_id=callers[1].pk, effort_id=1, reason="test")

    jobs: list[Callable[[], Any]] = [partial(call, one) for one in callers]
    jobs += [partial(change_ones_mind, callers[2]), hold_and_release, rebuild_state]
    troubles = [one for one in at_once(jobs) if isinstance(one, Exception)]
    assert not troubles
    assert Attempt.objects.exclude(outcome="").count() == 32
    kept = everything()
    rebuild_state()
    assert everything() == kept
