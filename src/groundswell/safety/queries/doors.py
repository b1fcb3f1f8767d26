"""Notes on doors."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from groundswell.common.errors import NotFound
from groundswell.common.postcode import tidy
from groundswell.members.models import Member, Role
from groundswell.register.models import Elector, Household
from groundswell.register.queries import reach_of
from groundswell.safety.models import DoorNote

MINDERS = (Role.Kind.ORGANISER, Role.Kind.AGENT)
_MANY = 500


def doors_not_to_send(constituency_id: int, household_ids: Collection[int]) -> frozenset[int]:
    """Those of the households that nobody is sent to; asks nobody who they are."""
    found: set[int] = set()
    for part in _parts(household_ids):
        notes = _in_force(constituency_id).filter(household__in=part, do_not_send=True)
        found.update(notes.values_list("household_id", flat=True))
    return frozenset(found)


def access_notes(constituency_id: int, household_ids: Collection[int]) -> dict[int, str]:
    """How to get to these doors, by household, for whoever goes there; none for safety's sake."""
    found: dict[int, list[str]] = {}
    for part in _parts(household_ids):
        notes = _in_force(constituency_id).filter(household__in=part, safety=False).exclude(text="")
        for household, text in notes.order_by("made_at", "pk").values_list("household_id", "text"):
            found.setdefault(household, []).append(text)
    return {household: " · ".join(texts) for household, texts in found.items()}


def safety_notes(
    member: Member, constituency_id: int, household_ids: Collection[int]
) -> dict[int, list[DoorNote]]:
    """Every note in force on these doors, by household, where the member organises; else none."""
    found: dict[int, list[DoorNote]] = {}
    for note in _seen_by(member).filter(
        constituency=constituency_id, household__in=list(household_ids), ended_at=None
    ):
        found.setdefault(note.household_id, []).append(note)
    return found


def door_notes_for(member: Member) -> QuerySet[DoorNote]:
    """The notes in force in the member's areas: unconfirmed ones first, then the newest."""
    return (
        _seen_by(member)
        .filter(ended_at=None)
        .select_related("household", "made_by", "confirmed_by")
        .order_by("confirmed_at", "-made_at", "-pk")
    )


def door_note_for(member: Member, constituency_id: int, note_id: int) -> DoorNote:
    """One note in force where the member organises; NotFound for everybody else."""
    note = door_notes_for(member).filter(constituency=constituency_id, pk=note_id).first()
    if note is None:
        raise NotFound
    return note


def doors_in(member: Member, postcode: str) -> QuerySet[Household]:
    """The doors of a postcode in the member's areas, in walking order."""
    doors = _doors_of(member).filter(postcode=tidy(postcode))
    return doors.order_by("street", "number_order", "pk")


def door_for(member: Member, constituency_id: int, household_id: int) -> Household:
    """One door in the member's areas; NotFound for everybody else."""
    door = _doors_of(member).filter(constituency=constituency_id, pk=household_id).first()
    if door is None:
        raise NotFound
    return door


def _doors_of(member: Member) -> QuerySet[Household]:
    """Doors at which the member sees an elector."""
    reach = reach_of(member, *MINDERS)
    living = Elector.objects.filter(
        reach.electors, constituency=OuterRef("constituency"), household=OuterRef("pk")
    )
    return Household.objects.filter(Exists(living), constituency_id__in=reach.seats)


def _seen_by(member: Member) -> QuerySet[DoorNote]:
    reach = reach_of(member, *MINDERS)
    return DoorNote.objects.filter(reach.electors, constituency_id__in=reach.seats)


def _in_force(constituency_id: int) -> QuerySet[DoorNote]:
    return DoorNote.objects.filter(Q(ended_at=None), constituency=constituency_id)


def _parts(household_ids: Collection[int]) -> list[list[int]]:
    every = sorted(set(household_ids))
    return [every[start : start + _MANY] for start in range(0, len(every), _MANY)]
