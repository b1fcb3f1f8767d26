"""What came in and could not be counted, or is to be looked at, for the organisers of its area."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.contact.models import Outcome
from groundswell.members.models import Member
from groundswell.members.queries import LOOK_AFTER, covered_paths, in_areas, roles_held
from groundswell.offline_app.models import Received
from groundswell.offline_app.rules.records import as_text
from groundswell.register.models import Household
from groundswell.register.queries.seats import all_seats

_MAY_WAIT = timedelta(hours=1)


@dataclass(frozen=True)
class Shown:
    """A record as an organiser reads it: what kind, at which door, what it says."""

    row: Received
    what: str
    door: str
    says: str


def to_look_at(member: Member, *, area_id: int | None = None) -> QuerySet[Received]:
    """Records of the member's areas that nobody has settled, by area, the oldest first.

    Those that wait for what belongs to them are shown once they have waited an hour.
    """
    waits = Q(state=Received.State.WAITING, received_at__lt=clock.now() - _MAY_WAIT)
    open_ones = waits | Q(state__in=[Received.State.REFUSED, Received.State.FLAGGED])
    rows = Received.objects.filter(open_ones, _of_areas(member), settled_at=None)
    if area_id is not None:
        rows = rows.filter(area=area_id)
    return rows.select_related("member", "area", "handed_in_by").order_by(
        "area__name", "received_at", "pk"
    )


def one_to_look_at(member: Member, record_id: int) -> Received:
    """One of them; NotFound for everybody else."""
    found = to_look_at(member).filter(pk=record_id).first()
    if found is None:
        raise NotFound
    return found


def as_shown(rows: Sequence[Received]) -> list[Shown]:
    """The records with their doors in words."""
    doors = _doors(row.household_id for row in rows)
    return [
        Shown(row, _what(row), doors.get(row.household_id or 0, ""), _says(row)) for row in rows
    ]


def _of_areas(member: Member) -> Q:
    mine = in_areas("area", covered_paths(member, *LOOK_AFTER))
    if roles_held(member, *LOOK_AFTER).filter(area__parent=None).exists():
        mine |= Q(area=None)
    return mine


def _doors(households: Iterable[int | None]) -> dict[int, str]:
    ids = {one for one in households if one}
    homes = Household.objects.filter(constituency_id__in=all_seats(), pk__in=ids)
    return dict(homes.values_list("pk", "address"))


def _what(row: Received) -> str:
    kinds = {
        "door": _("A result at a door"),
        "undo": _("A result at a door, taken back"),
        "board": _("Something on the board"),
        "call": _("A result of a call"),
        "call_undo": _("A result of a call, taken back"),
        "shift": _("A shift"),
        "help": _("A call for help"),
        "door_note": _("A note on a door"),
    }
    return kinds.get(row.kind) or _("Something from a newer app: “%(kind)s”") % {"kind": row.kind}


def _says(row: Received) -> str:
    """Outcome and words, as far as they are known here."""
    told = row.payload
    outcome = as_text(told.get("outcome"), 14)
    said = told.get("said")
    listed = said if isinstance(said, list) else []
    notes = [one.get("note") for one in listed if isinstance(one, dict)]
    words = [
        str(Outcome(outcome).label) if outcome in Outcome.values else outcome,
        *(as_text(told.get(name), 300) for name in ("detail", "action", "text", "note")),
        *(as_text(note, 300) for note in notes),
    ]
    return " · ".join(word for word in words if word)
