"""Random histories of a street: results, repeats, undoing, correcting, holding, moving."""

from contextlib import suppress
from datetime import datetime, timedelta

from hypothesis import strategies as st

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.contact.commands import (
    AnswerGiven,
    Correction,
    correct_attempt,
    hold_results,
    keep_states,
    record_attempts,
    reject_results,
    release_results,
    undo_attempt,
)
from groundswell.contact.models import HeldResults, Outcome
from groundswell.contact.tests.street import Street, member, organiser
from groundswell.register.models import Elector

START = datetime.fromisoformat("2026-11-02T10:00:00.250000+00:00")
QUARTER = timedelta(minutes=15)
ANSWERS = (
    (),
    (AnswerGiven("q2", "yes"),),
    (AnswerGiven("q1", "S", "supporter", 1), AnswerGiven("q2", "yes")),
    (AnswerGiven("q1", "A", "against", 4),),
)

outcomes = st.sampled_from(Outcome.values)
quarters = st.sampled_from([0, 0, 1, 2, 3, 9, 400, 4000])
results = st.tuples(
    st.integers(0, 4), outcomes, quarters, st.integers(0, 3), st.sampled_from([None, 1])
)
events = st.one_of(
    st.tuples(st.just("record"), st.integers(0, 1), st.lists(results, min_size=1, max_size=4)),
    st.tuples(st.just("repeat"), st.integers(0, 40)),
    st.tuples(st.just("undo"), st.integers(0, 40)),
    st.tuples(st.just("correct"), st.integers(0, 40), st.one_of(st.just(""), outcomes)),
    st.tuples(st.just("hold"), st.integers(0, 1)),
    st.tuples(st.sampled_from(["release", "reject"]), st.integers(0, 3)),
    st.tuples(st.just("move"), st.integers(0, 4), st.integers(0, 2)),
)


class History:
    """A street to which the events happen, two in every quarter of an hour."""

    def __init__(self):
        self.street = Street(households=(2, 2, 1))
        self.callers = [member("Cal", self.street.branch), member("Dee")]
        self.organiser = organiser("Olu", self.street.constituency)
        self.sent = []

    def happen(self, happened):
        """Let the events happen, those that are refused too."""
        for number, (kind, *what) in enumerate(happened):
            now = START + number // 2 * QUARTER
            with clock.set_to(now), suppress(Refused, NotFound):
                getattr(self, kind)(*what)

    def record(self, caller, told):
        """Some results in one go, a few from days ago."""
        results = [
            self.street.result(
                self.street.electors[elector],
                outcome,
                made_at=clock.now() - quarters * QUARTER,
                call_back_at=clock.now() + timedelta(days=1) if outcome == "call_back" else None,
                detail="Welsh" if outcome == "language" else "",
                answers=ANSWERS[answers] if outcome == "spoke" else (),
                effort_id=effort,
            )
            for elector, outcome, quarters, answers, effort in told
        ]
        self.sent += [(caller, result) for result in results]
        record_attempts(by=self.callers[caller], results=results)

    def repeat(self, which):
        """Something sent before, once more."""
        if self.sent:
            caller, result = self.sent[which % len(self.sent)]
            record_attempts(by=self.callers[caller], results=[result])

    def undo(self, which):
        """Something sent before, undone by who sent it."""
        if self.sent:
            caller, result = self.sent[which % len(self.sent)]
            undo_attempt(
                by=self.callers[caller],
                constituency_id=result.constituency_id,
                id_on_device=result.id_on_device,
            )

    def correct(self, which, outcome):
        """Something sent before, or its correction, corrected by the organiser."""
        if self.sent:
            caller, result = self.sent[which % len(self.sent)]
            correction = Correction(id_on_device=uuid7(), outcome=outcome)
            new = correct_attempt(
                by=self.organiser,
                constituency_id=result.constituency_id,
                id_on_device=result.id_on_device,
                correction=correction,
                reason="test",
            )
            if outcome:
                told = self.street.result(
                    result_elector(new), outcome, id_on_device=new.id_on_device
                )
                self.sent.append((caller, told))

    def hold(self, caller):
        """One caller's results on the effort, held."""
        hold_results(by=None, member_id=self.callers[caller].pk, effort_id=1, reason="test")

    def release(self, which):
        """Held results, counted again."""
        self._decide(which, release_results)

    def reject(self, which):
        """Held results, left out for good."""
        self._decide(which, reject_results)

    def move(self, elector, household):
        """Somebody moves to another house of the street, as the register has it."""
        homes = sorted({one.household_id for one in self.street.electors})
        Elector.objects.filter(pk=self.street.electors[elector].pk).update(
            household=homes[household % len(homes)]
        )
        keep_states([self.street.constituency.pk])

    def _decide(self, which, decide):
        holds = list(HeldResults.objects.order_by("pk"))
        if holds:
            decide(by=self.organiser, held_id=holds[which % len(holds)].pk)


def result_elector(attempt):
    """The elector of an attempt."""
    return Elector.objects.get(pk=attempt.elector_id)
