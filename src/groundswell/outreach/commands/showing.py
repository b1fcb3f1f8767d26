"""The next person of a batch, shown to the caller who holds it."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.common.statements import rows_after
from groundswell.members.models import Member
from groundswell.outreach import rules
from groundswell.outreach.commands.endings import end_batch
from groundswell.outreach.commands.taking_part import participation_for_update, refuse_unless_open
from groundswell.outreach.models import Assignment, Batch, Effort, Participation
from groundswell.outreach.queries.held import held_batch
from groundswell.outreach.queries.passes import pass_for
from groundswell.outreach.queries.people import ShownPerson, people_in_batch, person_to_call
from groundswell.privacy.commands import noting_one

_SHOWN = """
UPDATE outreach_assignment SET shown_at = %(now)s
WHERE constituency_id = %(constituency)s AND id = %(assignment)s
"""
_WRITTEN = "SELECT 1"


@dataclass(frozen=True)
class Showing:
    """How a caller's batch stands: the person to call now, and how many of how many are done.

    Without ``person``: ``sentence`` says why nobody is shown, and is empty where the batch is done.
    ``batch_pass`` is told when the page is, not with each result.
    """

    batch: UUID | None
    done: int = 0
    people: int = 0
    person: ShownPerson | None = None
    same_call: bool = False
    sentence: str = ""
    batch_pass: str = ""


def show_next(*, by: Member, effort: Effort) -> Showing:
    """The person whom ``by`` calls now: the same one until there is a result.

    Whether they may still be contacted is asked again in this moment. Somebody who has since asked
    not to be, or whose household rests, is passed over without having been shown. The sentence says
    why nobody is shown (out of hours, paused, run out).
    """
    with transaction.atomic():
        part = participation_for_update(by, effort)
        showing = show_from(part, by)
        return replace(showing, batch_pass=pass_for(part)) if showing.person else showing


def show_from(
    part: Participation, by: Member, people: list[rules.Candidate] | None = None
) -> Showing:
    """``show_next`` for a locked participation; ``people`` where they were read just now."""
    if part.batch is None or part.constituency_id is None or part.held_until is None:
        return Showing(part.batch)
    try:
        refuse_unless_open(part.effort)
        refuse_run_out(part)
    except Refused as refusal:
        return Showing(part.batch, sentence=str(refusal))
    holding = Holding(part, by, part.batch, part.constituency_id)
    known = people if people is not None else people_in_batch(part.constituency_id, part.batch)
    return _first_to_show(holding, rules.in_order(known))


def refuse_run_out(part: Participation) -> None:
    """Refuse where the time of the batch in hand is over, and end it."""
    if part.held_until is None or part.held_until > clock.now():
        return
    batch = held_batch(part)
    if batch is not None:
        end_batch(batch, Batch.State.EXPIRED, by=None)
    raise Refused(
        _("The time for these people is over: those you did not reach went back. Take the next.")
    )


@dataclass(frozen=True)
class Holding:
    """Who holds which batch."""

    part: Participation
    by: Member
    batch: UUID
    constituency_id: int


def _first_to_show(holding: Holding, batch: list[rules.Candidate]) -> Showing:
    effort = holding.part.effort
    now, today = clock.now(), clock.today()
    for candidate in [one for one in batch if one.held]:
        answer = rules.verdict(candidate, batch, channel=effort.channel, today=today, now=now)
        person = None
        if answer is rules.Verdict.SHOW:
            person = person_to_call(effort, holding.constituency_id, candidate.elector_id)
        if person is not None:
            note_shown(holding, candidate, person)
            count = _count(holding.batch, batch)
            return replace(count, person=person, same_call=_same_call(candidate, batch))
        pass_over(holding.constituency_id, candidate, answer)
        batch = [one for one in batch if one is not candidate]
    held = held_batch(holding.part)
    if held is not None:
        end_batch(held, Batch.State.FINISHED, by=holding.by.pk)
    return _count(holding.batch, batch)


def _count(key: UUID, batch: list[rules.Candidate]) -> Showing:
    return Showing(key, done=sum(not one.held for one in batch), people=len(batch))


def _same_call(candidate: rules.Candidate, batch: list[rules.Candidate]) -> bool:
    return any(
        one.home == candidate.home and one.outcome == "spoke" for one in batch if not one.held
    )


def note_shown(holding: Holding, candidate: rules.Candidate, person: ShownPerson) -> None:
    """Keep that the caller was shown somebody, once."""
    if candidate.shown:
        return
    shown = {
        "constituency": holding.constituency_id,
        "assignment": candidate.assignment_id,
        "now": clock.now(),
    }
    seen, seeing = noting_one(
        by=holding.by,
        purpose=f"effort:{holding.part.effort_id}",
        person=person.person,
        batch=holding.batch,
    )
    rows_after({"shown": _SHOWN, "seen": seen}, _WRITTEN, shown | seeing)


def pass_over(constituency_id: int, candidate: rules.Candidate, answer: rules.Verdict) -> None:
    """Back into the queue for later, or out of it."""
    row = Assignment.objects.filter(constituency_id=constituency_id, pk=candidate.assignment_id)
    state = Assignment.State
    if answer is rules.Verdict.LATER:
        row.update(state=state.WAITING, batch=None, ready_at=candidate.rests_until, shown_at=None)
    else:
        row.update(state=state.LEFT, batch=None, shown_at=None)
