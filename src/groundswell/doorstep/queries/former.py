"""Who knocked where before, for people open to whom they know; and who is on which list."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from groundswell.contact.models import Attempt
from groundswell.doorstep.models import Round, RoundDoor
from groundswell.privacy.models import Channel
from groundswell.register.queries import electors_of

_MANY = 5_000


def knocked_before(constituency_id: int, households: Sequence[int]) -> dict[int, set[int]]:
    """By household, the members who have been at its door, barred ones left out."""
    found: dict[int, set[int]] = defaultdict(set)
    for start in range(0, len(households), _MANY):
        visits = Attempt.objects.filter(
            constituency=constituency_id,
            household__in=households[start : start + _MANY],
            channel=Channel.DOOR,
            member__is_active=True,
        )
        for household, member in visits.values_list("household_id", "member_id").distinct():
            found[household or 0].add(member or 0)
    return dict(found)


def rounds_known_to(member_id: int, rounds: Iterable[Round]) -> set[int]:
    """Ids of those of these rounds in which the member has knocked before."""
    known: set[int] = set()
    by_constituency: dict[int, list[int]] = defaultdict(list)
    for one in rounds:
        by_constituency[one.constituency_id].append(one.pk)
    for constituency_id, ids in by_constituency.items():
        theirs = Attempt.objects.filter(
            constituency=constituency_id, member=member_id, channel=Channel.DOOR
        ).values("household_id")
        known.update(
            RoundDoor.objects.filter(
                constituency=constituency_id, round_id__in=ids, household_id__in=theirs
            ).values_list("round_id", flat=True)
        )
    return known


def rounds_with(person: UUID) -> list[tuple[Round, int]]:
    """The rounds in which somebody is to be asked for, each with their door's place in it."""
    found: list[tuple[Round, int]] = []
    for elector in electors_of(person):
        doors = RoundDoor.objects.filter(
            constituency=elector.constituency_id, household=elector.household_id
        )
        places = {door.round_id: door.position for door in doors if elector.pk in door.electors}
        rounds = Round.objects.filter(pk__in=places).select_related("effort").order_by("pk")
        found += [(one, places[one.pk]) for one in rounds]
    return found
