"""Which doors of a canvass can be cut into rounds now."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import QuerySet

from groundswell.doorstep.models import Round, RoundDoor, StreetOrder
from groundswell.doorstep.rules.doors import Door
from groundswell.outreach.models import Assignment, Effort
from groundswell.register.models import Household
from groundswell.safety.queries import doors_not_to_send
from groundswell.targeting.queries import constituencies_of, universe_sql

_MANY = 5_000


def free_doors(effort: Effort) -> dict[int, dict[int, list[int]]]:
    """By constituency, the households to call at and whom to ask for there.

    Whoever asked not to be called on, rests, is done with in this canvass, or lies in a round that
    is free or out is left out, and every door that nobody is sent to.
    """
    return {
        constituency_id: _in_one(effort, constituency_id)
        for constituency_id in constituencies_of(effort.universe)
    }


def _in_one(effort: Effort, constituency_id: int) -> dict[int, list[int]]:
    select, parameters = universe_sql(effort.universe, constituency_id, channel=effort.channel)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT household_id, elector_id FROM ({select}) q ORDER BY position",  # noqa: S608 - targeting's own statement, values apart
            parameters,
        )
        found = cursor.fetchall()
    done = set(
        Assignment.objects.filter(
            constituency_id=constituency_id, effort=effort, state=Assignment.State.DONE
        ).values_list("elector_id", flat=True)
    )
    taken = set(doors_taken(effort, constituency_id).values_list("household_id", flat=True))
    doors: dict[int, list[int]] = defaultdict(list)
    for household_id, elector_id in found:
        if household_id not in taken and elector_id not in done:
            doors[household_id].append(elector_id)
    for household_id in doors_not_to_send(constituency_id, list(doors)):
        del doors[household_id]
    return dict(doors)


def doors_taken(effort: Effort, constituency_id: int) -> QuerySet[RoundDoor]:
    """Doors in rounds of the canvass that are free or out."""
    rounds = Round.objects.filter(
        effort=effort,
        constituency=constituency_id,
        state__in=[Round.State.OPEN, Round.State.BOOKED],
    )
    return RoundDoor.objects.filter(constituency=constituency_id, round_id__in=rounds.values("pk"))


def doors_of(constituency_id: int, people: dict[int, list[int]]) -> list[Door]:
    """Households as turf and walking order see them."""
    return [
        Door(
            household_id=home.pk,
            street=home.street,
            locality=home.locality or home.town,
            order=home.number_order,
            number=home.number,
            name=home.house_name,
            flat=home.flat,
            latitude=home.latitude,
            longitude=home.longitude,
            postcode=home.postcode,
            people=len(people.get(home.pk, ())) or 1,
        )
        for home in households(constituency_id, list(people))
    ]


def households(constituency_id: int, ids: Sequence[int]) -> list[Household]:
    """The households of these ids, in the order of their ids."""
    found: list[Household] = []
    for start in range(0, len(ids), _MANY):
        found += Household.objects.filter(
            constituency=constituency_id, pk__in=ids[start : start + _MANY]
        )
    return sorted(found, key=lambda home: home.pk)


def local_orders(constituency_id: int, streets: Iterable[str]) -> dict[str, list[int]]:
    """By street, its households in the order that local people fixed.

    A street may lie in several polling districts, and districts are drawn anew: what counts is the
    household itself.
    """
    orders: dict[str, list[int]] = defaultdict(list)
    kept = StreetOrder.objects.filter(constituency=constituency_id, street__in=set(streets))
    for order in kept.order_by("fixed_at"):
        newer = set(order.households)
        orders[order.street] = [one for one in orders[order.street] if one not in newer]
        orders[order.street] += order.households
    return dict(orders)
