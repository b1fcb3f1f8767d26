"""The line for a shift: who gets a seat, in the order in which they came.

Everything here is called with the shift's row locked (``locked_shift``), so that nobody else counts
its seats at the same time.
"""

from collections.abc import Sequence

from django.db.models import F, Max, Sum, Window
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.events.models import Event, Notice, Shift, SignUp
from groundswell.events.queries import seats_taken


def locked_shift(shift_id: int) -> Shift:
    """The shift, locked until the transaction ends (SQLite locks as the transaction begins)."""
    return Shift.objects.select_for_update(of=("self",)).select_related("event").get(pk=shift_id)


def next_in_line(shift: Shift) -> int:
    """The number of whoever comes now: larger than everybody's before."""
    last = shift.sign_ups.aggregate(last=Max("line"))["last"]
    return (last or 0) + 1


def seat_or_line(shift: Shift, party: int) -> str:
    """Whether a party of so many has seats at once, or stands in line.

    Nobody overtakes: while anybody waits, whoever comes after them waits too.
    """
    if shift.capacity is None:
        return SignUp.State.COMING
    if shift.sign_ups.filter(state=SignUp.State.WAITING).exists():
        return SignUp.State.WAITING
    fits = seats_taken(shift) + party <= shift.capacity
    return SignUp.State.COMING if fits else SignUp.State.WAITING


def move_up(shift: Shift, *, tell: bool = True) -> list[int]:
    """Give free seats to the first in line, until one does not fit; returns who moved up.

    Once the shift has begun nobody moves up any more: they could not have known in time.
    """
    if shift.starts_at <= clock.now() or shift.ended_at is not None:
        return []
    waiting = list(
        shift.sign_ups.filter(state=SignUp.State.WAITING)
        .order_by("line")
        .values_list("pk", "guests", "line")
    )
    if not waiting:
        return []
    free = None if shift.capacity is None else shift.capacity - seats_taken(shift)
    lucky: list[tuple[int, int]] = []
    for pk, guests, line in waiting:
        if free is not None:
            if guests + 1 > free:
                break
            free -= guests + 1
        lucky.append((pk, line))
    SignUp.objects.filter(pk__in=[pk for pk, _line in lucky]).update(state=SignUp.State.COMING)
    if tell:
        _tell(shift, lucky)
    return [pk for pk, _line in lucky]


def put_back(shift: Shift) -> int:
    """Where a shift has fewer seats than people, the last to come stand in line again."""
    if shift.capacity is None:
        return 0
    seats = Window(Sum(F("guests") + 1), order_by=F("line").asc())
    counted = shift.sign_ups.filter(state=SignUp.State.COMING).annotate(upto=seats)
    over = [one.pk for one in counted if one.upto > shift.capacity]
    return SignUp.objects.filter(pk__in=over).update(state=SignUp.State.WAITING)


def refuse_what_is_over(event: Event, shift: Shift) -> None:
    """Refuse to sign anybody up for what they cannot come to."""
    if event.state == Event.State.CANCELLED:
        raise Refused(_("This event was cancelled."))
    if event.state != Event.State.PUBLISHED:
        raise Refused(_("This event is not published yet."))
    if shift.ended_at is not None:
        raise Refused(_("This shift was taken off: choose another."))
    if shift.ends_at <= clock.now():
        raise Refused(_("This is over. Look for the next one."))


def _tell(shift: Shift, lucky: Sequence[tuple[int, int]]) -> None:
    now = clock.now()
    Notice.objects.bulk_create(
        [
            Notice(
                event_id=shift.event_id,
                sign_up_id=pk,
                kind=Notice.Kind.MOVED_UP,
                turn=line,
                made_at=now,
            )
            for pk, line in lucky
        ],
        ignore_conflicts=True,
        batch_size=500,
    )
