"""Handing out a batch: people reserved to one caller alone."""

import random
import time
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import OperationalError, transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.common.statements import change, rows
from groundswell.members.models import Member
from groundswell.outreach import rules
from groundswell.outreach.commands.claim_postgresql import take_on_postgresql
from groundswell.outreach.commands.claim_sqlite import take_on_sqlite
from groundswell.outreach.commands.endings import end_batch
from groundswell.outreach.commands.taking_part import participation_for_update, refuse_unless_open
from groundswell.outreach.models import Assignment, Batch, Effort, Participation
from groundswell.outreach.queries.held import batch_in, held_batch
from groundswell.outreach.queries.statements import on_postgresql

LOOK_AGAIN = timedelta(minutes=10)
_PASSES = 60
_WIDEST = 4000
_WHOLE_FIRST = 4
_TRIES = 8
_PATIENCE = 25
_PAUSE = 0.02

_PLACES = """
SELECT q.constituency_id, b.id IS NOT NULL, b.effort_id = q.effort_id AND b.member_id = %(member)s
FROM outreach_effortqueue q
LEFT JOIN outreach_batch b ON b.constituency_id = q.constituency_id AND b.key = %(batch)s
WHERE q.effort_id = %(effort)s
ORDER BY q.waiting DESC, q.id
"""
_HOLD = """
UPDATE outreach_participation
SET batch = %(batch)s, constituency_id = %(constituency)s, held_until = %(until)s,
    batches = %(batches)s
WHERE id = %(part)s
"""


def claim_batch(*, by: Member, effort: Effort, key: UUID) -> Batch | None:
    """Reserve the next people of an effort to ``by`` alone; None when nobody is waiting.

    At most ``effort.batch_size`` people of one constituency, households together. The same ``key``
    again, or a claim while they still hold a batch, answers the batch that there is. No elector and
    no household is ever in the hands of two, of whatever efforts. Refused outside the calling hours
    or the effort's dates, beyond the cap of the day, and to supporters who had their one batch;
    NotFound for a ``key`` of anybody else's.
    """
    for left in reversed(range(_TRIES)):
        try:
            return _claim(by, effort, key, tear=not left)
        except _UnderAnothersHand:
            time.sleep(random.uniform(_PAUSE / 4, _PAUSE))  # noqa: S311 - so that two do not meet again
        except OperationalError as trouble:
            if not left or not _was_a_deadlock(trouble):
                raise
    return None


class _UnderAnothersHand(Exception):
    """All that is left are households of which another claim has somebody under its hand.

    And perhaps we have somebody of its. Letting go of everything gives one of the two the whole.
    """


def _claim(by: Member, effort: Effort, key: UUID, *, tear: bool) -> Batch | None:
    """One try; ``tear``: rather a household in part than an empty batch."""
    with transaction.atomic():
        part = participation_for_update(by, effort)
        places = _places(part, key)
        there = _already_theirs(part, key, places)
        if there is not None:
            return there
        refuse_unless_open(part.effort)
        _refuse_beyond_share(part, by)
        batch = _fill(part, key, [one for one, _repeated in places], tear=tear)
        if batch is None:
            return None
        change(_HOLD, _holding(part, batch))
        write_audit_line(
            by=by.pk,
            action="outreach.claim_batch",
            subject=f"effort:{effort.pk}",
            details={"batch": str(batch.key), "people": batch.people},
        )
    return batch


def _places(part: Participation, key: UUID) -> list[tuple[int, bool]]:
    """Where there are people to call: where the caller was last, then the fullest queues.

    With each whether a batch of theirs with this key is from there. NotFound where it is anybody
    else's, or of another effort.
    """
    asked = {"effort": part.effort_id, "member": part.member_id, "batch": key}
    found = rows(_PLACES, asked)
    if any(there and not theirs for _constituency, there, theirs in found):
        raise NotFound
    places = [(constituency, bool(there)) for constituency, there, _theirs in found]
    return sorted(places, key=lambda place: place[0] != part.constituency_id)


def _already_theirs(part: Participation, key: UUID, places: list[tuple[int, bool]]) -> Batch | None:
    """The batch of this key, or the one in their hands; one run out or done is ended."""
    for constituency_id, repeated in places:
        if repeated:
            return batch_in(constituency_id, key)
    held = held_batch(part)
    if held is None:
        return None
    if held.expires_at <= clock.now():
        end_batch(held, Batch.State.EXPIRED, by=None)
        return None
    unfinished = Assignment.objects.filter(
        constituency_id=held.constituency_id, batch=held.key, state=Assignment.State.HELD
    ).exists()
    if not unfinished:
        end_batch(held, Batch.State.FINISHED, by=part.member_id)
        return None
    return held


def _holding(part: Participation, batch: Batch) -> dict[str, Any]:
    return {
        "part": part.pk,
        "batch": batch.key,
        "constituency": batch.constituency_id,
        "until": batch.expires_at,
        "batches": part.batches + 1,
    }


def _refuse_beyond_share(part: Participation, by: Member) -> None:
    effort = part.effort
    if _called_today(part) >= effort.cap_per_day:
        raise Refused(
            _("That was %(count)d people today, as many as anybody calls. See you tomorrow!")
            % {"count": effort.cap_per_day}
        )
    if by.standing != Member.Standing.SUPPORTER:
        return
    had = Participation.objects.filter(member=by).aggregate(had=Sum("batches"))["had"] or 0
    if not rules.may_claim_another(by.standing, had):
        raise Refused(
            _(
                "Thank you for your first batch. Before you get another, somebody who organises in "
                "%(area)s vouches for you: ask them, or wait to hear from them."
            )
            % {"area": effort.area.name}
        )


def _called_today(part: Participation) -> int:
    return part.called if part.called_on == clock.today() else 0


def _fill(part: Participation, key: UUID, constituencies: list[int], *, tear: bool) -> Batch | None:
    now, effort = clock.now(), part.effort
    size = min(effort.batch_size, effort.cap_per_day - _called_today(part))
    values: dict[str, Any] = {
        "effort": effort.pk,
        "member": part.member_id,
        "key": key,
        "channel": effort.channel,
        "stop": f"%,{effort.channel},%",
        "now": now,
        "today": clock.today(),
        "soon": now + LOOK_AGAIN,
        "until": now + timedelta(minutes=effort.batch_minutes),
    }
    for constituency in constituencies:
        if _take(values | {"constituency": constituency}, size, tear=tear):
            return batch_in(constituency, key)
    return None


def _take(values: dict[str, Any], size: int, *, tear: bool) -> int:
    """Take until the batch is full or the queue is empty, past those who cannot be called."""
    take = take_on_postgresql if on_postgresql() else take_on_sqlite
    taken = waits = 0
    window = 2 * size
    for passes in range(_PASSES):
        whole = not tear or passes < _WHOLE_FIRST
        looked_at, free, left_alone, more = take(
            values | {"size": size - taken, "empty": not taken, "window": window, "whole": whole}
        )
        taken += more
        stuck = left_alone and not more
        if taken >= size or (taken and (not looked_at or stuck or free > more)):
            break  # full, or all there is, or the next household does not fit
        if stuck and whole and passes >= _WHOLE_FIRST:
            raise _UnderAnothersHand
        if looked_at:
            window = window if more else min(2 * window, _WIDEST)
        elif waits < _PATIENCE and _somebody_waits(values):
            waits += 1
            time.sleep(_PAUSE)
        else:
            break
    return taken


def _was_a_deadlock(trouble: OperationalError) -> bool:
    """Two claims that each filled up from several rounds may wait for each other's households."""
    return getattr(trouble.__cause__, "sqlstate", "") == "40P01"


def _somebody_waits(values: dict[str, Any]) -> bool:
    """Whether the queue only looked empty because other claims had their hand on it."""
    if not on_postgresql():
        return False
    return Assignment.objects.filter(
        constituency_id=values["constituency"],
        effort_id=values["effort"],
        state__in=[Assignment.State.WAITING, Assignment.State.PROMISED],
        ready_at__lte=values["now"],
    ).exists()
