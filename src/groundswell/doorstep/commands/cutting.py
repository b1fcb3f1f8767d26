"""Cutting the doors of a canvass into rounds: by size, by street, as drawn."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from shapely import Polygon, contains_xy

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.doorstep.commands.asking import refuse_unless_organiser
from groundswell.doorstep.commands.laying_out import lay_out
from groundswell.doorstep.models import Booking, Round
from groundswell.doorstep.queries.cutting import doors_of, free_doors
from groundswell.doorstep.rules.doors import Door
from groundswell.doorstep.rules.placing import in_degrees, placed
from groundswell.doorstep.rules.turf import cut, cut_by_minutes
from groundswell.members.models import Member
from groundswell.outreach.commands import let_go, refresh_queue
from groundswell.outreach.models import Effort

Pieces = Callable[[list[Door]], list[list[Door]]]

FEWEST_DOORS, MOST_DOORS = 5, 500
FEWEST_MINUTES, MOST_MINUTES = 15, 480


def cut_by_size(
    *,
    by: Member | None,
    effort: Effort,
    doors: int | None = None,
    minutes: int | None = None,
    sides: str = Round.Sides.BOTH,
    comes_back: bool = False,
    lock_days: int = 3,
) -> list[Round]:
    """Cut all doors that are in no round yet into rounds of N doors, or of about N minutes."""
    if (doors is None) == (minutes is None):
        raise Refused(_("Say how many doors a round has, or how many minutes it takes."))
    if doors is not None and not FEWEST_DOORS <= doors <= MOST_DOORS:
        raise Refused(
            _("A round has %(fewest)d to %(most)d doors.")
            % {"fewest": FEWEST_DOORS, "most": MOST_DOORS}
        )
    if minutes is not None and not FEWEST_MINUTES <= minutes <= MOST_MINUTES:
        raise Refused(
            _("A round takes %(fewest)d to %(most)d minutes.")
            % {"fewest": FEWEST_MINUTES, "most": MOST_MINUTES}
        )

    def pieces(found: list[Door]) -> list[list[Door]]:
        if doors is not None:
            return cut(found, size=doors).rounds
        return cut_by_minutes(
            found, minutes=minutes or 0, sides=sides, comes_back=comes_back
        ).rounds

    return _cut(by, effort, pieces, sides=sides, comes_back=comes_back, lock_days=lock_days)


def cut_by_streets(
    *,
    by: Member | None,
    effort: Effort,
    streets: Sequence[Sequence[str]],
    sides: str = Round.Sides.BOTH,
    comes_back: bool = False,
    lock_days: int = 3,
) -> list[Round]:
    """A round for each group of streets, of those of their doors that are in no round yet."""

    def pieces(found: list[Door]) -> list[list[Door]]:
        groups = [set(group) for group in streets]
        chosen = [[door for door in found if door.street in group] for group in groups]
        return [group for group in chosen if group]

    return _cut(by, effort, pieces, sides=sides, comes_back=comes_back, lock_days=lock_days)


def cut_drawn(
    *,
    by: Member | None,
    effort: Effort,
    outline: Sequence[Sequence[float]],
    sides: str = Round.Sides.BOTH,
    comes_back: bool = False,
    lock_days: int = 3,
) -> list[Round]:
    """One round of the doors within an outline of [longitude, latitude] that are in no round yet.

    An outline that reaches into two constituencies makes a round in each.
    """
    if len(outline) < 3:
        raise Refused(_("Draw at least three corners around the doors."))
    shape = Polygon(outline).buffer(0)

    def pieces(found: list[Door]) -> list[list[Door]]:
        known = [door for door in found if door.latitude is not None]
        spots = in_degrees(known, placed(known))
        within = [door for door in known if contains_xy(shape, *spots[door.household_id])]
        return [within] if within else []

    return _cut(by, effort, pieces, sides=sides, comes_back=comes_back, lock_days=lock_days)


def withdraw_round(*, by: Member | None, walked: Round) -> Round:
    """Take a round back for good: its doors can be cut again; results on their way still count."""
    refuse_unless_organiser(by, walked.effort)
    with transaction.atomic():
        current = Round.objects.select_for_update().get(pk=walked.pk)
        if current.state == Round.State.WITHDRAWN:
            return current
        current.state = Round.State.WITHDRAWN
        current.save(update_fields=["state"])
        current.bookings.filter(state=Booking.State.HELD).update(
            state=Booking.State.WITHDRAWN, ended_at=clock.now()
        )
        let_go(constituency_id=current.constituency_id, key=current.key)
        write_audit_line(
            by=by.pk if by else None,
            action="doorstep.withdraw_round",
            subject=f"round:{current.pk}",
        )
    return current


def _cut(by: Member | None, effort: Effort, pieces: Pieces, **how: Any) -> list[Round]:
    refuse_unless_organiser(by, effort)
    if effort.state == Effort.State.CLOSED:
        raise Refused(_("This canvass is closed: open it again, or draw up another."))
    refresh_queue(effort=effort)
    made: list[Round] = []
    with transaction.atomic():
        Effort.objects.select_for_update().get(pk=effort.pk)
        for constituency_id, people in free_doors(effort).items():
            cut_out = pieces(doors_of(constituency_id, people))
            if cut_out:
                made += lay_out(by, effort, constituency_id, cut_out, people, **how)
    if not made:
        raise Refused(
            _("There are no doors left to cut there: all are in rounds, done, or left in peace.")
        )
    return made
