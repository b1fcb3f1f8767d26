"""A street as its order is fixed: its homes in the order in which they are walked."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from groundswell.common.errors import NotFound, Refused
from groundswell.doorstep.models import RoundDoor, StreetOrder
from groundswell.doorstep.queries.cutting import doors_of, local_orders
from groundswell.doorstep.rules.doors import along_the_street, side_of
from groundswell.doorstep.rules.walking.runs import in_local_order
from groundswell.members.models import Member
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import effort_for
from groundswell.places.models import Area
from groundswell.register.models import Household

MOST_HOMES = 600


@dataclass(frozen=True)
class StreetInOrder:
    """The homes of a street in one polling district, as they are walked; ``fixed`` by whom."""

    constituency: Area
    polling_district: Area | None
    street: str
    homes: list[Household]
    fixed: StreetOrder | None


def streets_in_order(member: Member, effort: Effort, street: str) -> list[StreetInOrder]:
    """A street of a canvass, district by district; NotFound where it has none of its rounds."""
    effort_for(member, effort.pk)
    found: list[StreetInOrder] = []
    for constituency_id in set(effort.rounds.values_list("constituency_id", flat=True)):
        rounds = effort.rounds.filter(constituency=constituency_id).values("pk")
        inside = RoundDoor.objects.filter(
            constituency=constituency_id, round_id__in=rounds, household__street=street
        )
        if inside.exists():
            found += _by_district(constituency_id, street)
    if not found:
        raise NotFound
    return found


def _by_district(constituency_id: int, street: str) -> list[StreetInOrder]:
    homes = Household.objects.filter(constituency=constituency_id, street=street)
    if homes.count() > MOST_HOMES:
        raise Refused(_("This street has too many homes to put in order by hand."))
    constituency = Area.objects.get(pk=constituency_id)
    by_id = {home.pk: home for home in homes.select_related("polling_district")}
    order = local_orders(constituency_id, [street]).get(street, [])
    doors = doors_of(constituency_id, {pk: [] for pk in by_id})
    kept = {
        one.polling_district_id: one
        for one in StreetOrder.objects.filter(
            constituency=constituency_id, street=street
        ).select_related("fixed_by")
    }
    districts: dict[int, list[Household]] = {}
    if set(order) & by_id.keys():
        walked = in_local_order(doors, order)
    else:
        walked = sorted(doors, key=lambda door: (side_of(door), along_the_street(door)))
    for door in walked:
        home = by_id[door.household_id]
        districts.setdefault(home.polling_district_id or 0, []).append(home)
    return [
        StreetInOrder(
            constituency, members[0].polling_district, street, members, kept.get(district)
        )
        for district, members in sorted(districts.items())
    ]
