"""The pages of universes."""

from groundswell.targeting.views.building import change_universe, counts, new_universe, streets
from groundswell.targeting.views.exporting import export
from groundswell.targeting.views.looking import one_universe, put_away, universe_list

__all__ = [
    "change_universe",
    "counts",
    "export",
    "new_universe",
    "one_universe",
    "put_away",
    "streets",
    "universe_list",
]
