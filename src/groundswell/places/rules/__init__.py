"""Where things are, and what an area's code tells: plain Python."""

from groundswell.places.rules.codes import kind_of_code, nation_of_code
from groundswell.places.rules.position import Position, from_national_grid, metres_between

__all__ = [
    "Position",
    "from_national_grid",
    "kind_of_code",
    "metres_between",
    "nation_of_code",
]
