"""The ladder of reminders: steps taken when due, each once, for all who come in one statement."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from groundswell.common import clock, statements
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.common.sql import as_kept
from groundswell.events.models import Event, LadderStep, Notice, ReminderWords, Shift, SignUp
from groundswell.events.queries import runs
from groundswell.events.rules import ladder
from groundswell.members.models import Member
from groundswell.moderation.queries import is_hidden

_HORIZON = timedelta(days=4)
_PAST = timedelta(days=1)
_REMIND = """
INSERT INTO events_notice (event_id, sign_up_id, kind, turn, state, made_at)
SELECT event_id, MIN(id), %s, %s, 'waiting', %s
FROM events_signup
WHERE event_id = %s AND shift_id IN ({shifts}) AND state IN ({states})
AND member_id IS NOT NULL AND said_at < %s
GROUP BY event_id, member_id
ON CONFLICT DO NOTHING
"""


def write_reminder(
    *, by: Member, event: Event, when: str, subject: str, body: str, sent: bool
) -> ReminderWords:
    """Keep a reminder in the host's own words, or switch it off for this event."""
    if not runs(by, event):
        raise NotFound
    if when not in ReminderWords.When.values:
        raise Refused(_("This page was too old: load it again."))
    if sent and not (subject.strip() and body.strip()):
        raise Refused(_("A reminder needs a subject and some words."))
    with transaction.atomic():
        kept, _new = ReminderWords.objects.update_or_create(
            event=event,
            when=when,
            defaults={"subject": subject.strip()[:150], "body": body.strip(), "sent": sent},
        )
        write_audit_line(
            by=by.pk,
            action="events.write_reminder",
            subject=f"event:{event.pk}",
            details={"when": when},
        )
    return kept


def take_steps() -> int:
    """Take every step of the ladder that is due; how many people are to be told.

    A step and the rows for those it tells are one transaction: killed at any moment, it is taken
    again as a whole or not at all.
    """
    now = clock.now()
    told = 0
    for (event_id, kind, due), shifts in sorted(_steps_due(now).items()):
        told += _take(event_id, kind, due, shifts)
    return told


def _steps_due(now: datetime) -> dict[tuple[int, str, datetime], list[int]]:
    """Event, kind and moment of each step that is due now, with the shifts it is for."""
    found: dict[tuple[int, str, datetime], list[int]] = defaultdict(list)
    coming = Shift.objects.filter(
        ended_at=None,
        event__state=Event.State.PUBLISHED,
        starts_at__gt=now,
        starts_at__lt=now + _HORIZON,
    )
    for shift in coming.only("pk", "event_id", "starts_at"):
        for kind in ladder.BEFORE:
            due = ladder.due_before(kind, localtime(shift.starts_at))
            if ladder.still_worth_sending(due, now):
                found[shift.event_id, kind, due].append(shift.pk)
    over = Shift.objects.filter(
        event__state=Event.State.PUBLISHED, event__ends_at__range=(now - _PAST, now)
    ).select_related("event")
    for shift in over:
        due = ladder.due_after(shift.event.ends_at)
        if ladder.still_worth_sending(due, now):
            found[shift.event_id, Notice.Kind.AFTER, due].append(shift.pk)
    taken = LadderStep.objects.filter(due_at__gt=now - _HORIZON)
    for done in taken.values_list("event_id", "kind", "due_at"):
        found.pop(done, None)
    return found


def _take(event_id: int, kind: str, due: datetime, shifts: Iterable[int]) -> int:
    now = clock.now()
    try:
        with transaction.atomic():
            event = Event.objects.select_for_update(of=("self",)).get(pk=event_id)
            LadderStep.objects.create(event=event, kind=kind, due_at=due, taken_at=now)
            shown = event.state == Event.State.PUBLISHED and not is_hidden("event", event.pk)
            if not shown or _switched_off(event, kind):
                return 0
            return _tell(event, kind, due, sorted(shifts))
    except IntegrityError:  # another worker took this step meanwhile
        return 0


def _switched_off(event: Event, kind: str) -> bool:
    return event.reminder_words.filter(when=kind, sent=False).exists()


def _tell(event: Event, kind: str, due: datetime, shifts: list[int]) -> int:
    states: list[str] = [SignUp.State.COMING]
    said_before = ladder.signed_up_long_enough_before(due)
    if kind == Notice.Kind.AFTER:
        said_before = due
        at_the_door = event.sign_ups.filter(state=SignUp.State.CAME).exists()
        # Where nobody kept the door, everybody who said they would come is taken at their word.
        states = [SignUp.State.CAME] if at_the_door else [SignUp.State.COMING]
    statement = _REMIND.format(
        shifts=", ".join(["%s"] * len(shifts)), states=", ".join(["%s"] * len(states))
    )
    now = as_kept(clock.now())
    given = [kind, event.turn, now, event.pk, *shifts, *states, as_kept(said_before)]
    return statements.change(statement, given)
