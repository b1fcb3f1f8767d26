"""Who knocked where before: people open their doors to somebody they know."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from groundswell.contact.models import Attempt
from groundswell.doorstep.models import Round, RoundDoor
from groundswell.privacy.models import Channel

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
