"""The order in which the doors of a round are walked."""

from collections.abc import Mapping, Sequence

from groundswell.doorstep.rules.doors import Door, along_the_street, side_of


def walk_order(
    doors: Sequence[Door],
    *,
    sides: str = "both",
    comes_back: bool = False,
    fixed: Mapping[str, Sequence[int]] | None = None,
) -> list[Door]:
    """The doors in walking order."""
    del comes_back, sides
    places = {
        household: place
        for order in (fixed or {}).values()
        for place, household in enumerate(order)
    }
    return sorted(
        doors,
        key=lambda door: (
            door.street,
            places.get(door.household_id, len(places)),
            side_of(door),
            along_the_street(door),
        ),
    )
