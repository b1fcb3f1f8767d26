"""The shortest way through runs: a travelling salesman's tour over their ends.

The tour is found by ``fast_tsp`` (Or-opt with perturbation). It takes whole numbers below 2¹⁶ and
closed tours: distances are scaled, an open walk has one more stop that is near to everything, and
a run of several doors is two stops that belong together.
"""

from collections.abc import Sequence
from itertools import pairwise

import fast_tsp
import numpy as np
from numpy.typing import NDArray

from groundswell.doorstep.rules.walking.runs import Run

CROSSING = 10.0  # metres that somebody would rather walk than cross their street once more
_LARGEST = 16_000  # of a scaled distance
_TOGETHER = 24_000  # more than any detour: what keeps the two ends of a run side by side
_SECONDS = 0.002  # for each stop

Metres = NDArray[np.float64]


def costs_between(runs: Sequence[Run]) -> Metres:
    """From the end of one run to the beginning of another: entries 2i and 2i+1 are i's two ends.

    In metres, crossings of the street one walks on counted as ``CROSSING`` more.
    """
    ends = np.array([point for run in runs for point in (run.first, run.last)], dtype=np.float64)
    metres: Metres = np.hypot(
        ends[:, None, 0] - ends[None, :, 0], ends[:, None, 1] - ends[None, :, 1]
    )
    names = {street: place for place, street in enumerate({run.street for run in runs})}
    street = np.array([names[run.street] for run in runs for _end in range(2)])
    side = np.array([{"odd": 1, "even": -1}.get(run.side, 0) for run in runs for _end in range(2)])
    crosses = (street[:, None] == street[None, :]) & (side[:, None] * side[None, :] < 0)
    crossed: Metres = metres + CROSSING * crosses
    return crossed


def tour_through(
    runs: Sequence[Run], *, comes_back: bool, seconds: float | None = None
) -> list[tuple[int, bool]]:
    """The runs in walking order, each with whether it is walked from its last door to its first."""
    if len(runs) < 2:
        return [(place, False) for place in range(len(runs))]
    costs = costs_between(runs)
    stops = _stops(runs)
    allowed = seconds or _SECONDS * len(stops)
    tour = _shortest(costs, stops, comes_back=comes_back, seconds=allowed)
    way = _directed(tour, stops) or _nearest_next(costs, len(runs))
    return _begun(way, costs, runs, comes_back=comes_back)


def _stops(runs: Sequence[Run]) -> list[int]:
    """The ends that the tour visits: one for a run that begins and ends at one point."""
    return [
        2 * place + end
        for place, run in enumerate(runs)
        for end in ((0,) if run.first == run.last else (0, 1))
    ]


def _shortest(costs: Metres, stops: list[int], *, comes_back: bool, seconds: float) -> list[int]:
    """A tour over the stops, as places in ``stops``; open ones begin and end where it is free."""
    chosen = costs[np.ix_(stops, stops)]
    scale = _LARGEST / max(float(chosen.max()), 1.0)
    whole = np.rint(chosen * scale).astype(np.int64)
    of_run = np.array(stops) // 2
    apart = of_run[:, None] != of_run[None, :]
    # Every step costs that much more but the one within a run, so that no run comes apart.
    more = _TOGETHER if len(set(of_run.tolist())) < len(stops) else 0
    whole = np.where(apart, whole + more, 0)
    count = len(stops)
    if not comes_back:
        whole = np.pad(whole, ((0, 1), (0, 1)), constant_values=more)
    np.fill_diagonal(whole, 0)
    tour: list[int] = fast_tsp.find_tour(whole.tolist(), duration_seconds=seconds)
    if comes_back:
        return tour
    free = tour.index(count)
    return tour[free + 1 :] + tour[:free]


def _directed(tour: list[int], stops: list[int]) -> list[tuple[int, bool]]:
    """Runs with their directions; nothing where the two ends of one came apart."""
    ends = [stops[place] for place in tour]
    both = {end // 2 for end in ends if end % 2}
    if ends and ends[0] // 2 in both and ends[1] // 2 != ends[0] // 2:
        ends = [*ends[1:], ends[0]]
    way: list[tuple[int, bool]] = []
    place = 0
    while place < len(ends):
        run = ends[place] // 2
        way.append((run, bool(ends[place] % 2)))
        if run in both:
            if place + 1 == len(ends) or ends[place + 1] // 2 != run:
                return []
            place += 1
        place += 1
    return way


def _nearest_next(costs: Metres, runs: int) -> list[tuple[int, bool]]:
    """On to the nearest end that is left: never good, always a walk."""
    left = set(range(1, runs))
    way = [(0, False)]
    while left:
        run, back = way[-1]
        here = 2 * run + (0 if back else 1)
        nearest = min(
            (float(costs[here, 2 * one + end]), one, end) for one in left for end in (0, 1)
        )
        way.append((nearest[1], bool(nearest[2])))
        left.remove(nearest[1])
    return way


def _begun(
    way: list[tuple[int, bool]], costs: Metres, runs: Sequence[Run], *, comes_back: bool
) -> list[tuple[int, bool]]:
    """Turned so that most of what local people fixed is walked their way; the rest is turned round.

    A round that comes back begins at its shortest step, so that its last door is beside its first.
    """
    if comes_back:
        steps = [
            float(costs[_leaves(one), _enters(other)]) for one, other in pairwise([way[-1], *way])
        ]
        at = int(np.argmin(steps))
        way = way[at:] + way[:at]
    backwards = sum(
        len(runs[run].doors) * (1 if back else -1) for run, back in way if runs[run].one_way
    )
    if backwards > 0 or (backwards == 0 and _low_end(way[-1], runs) < _low_end(way[0], runs)):
        way = [(run, not back) for run, back in reversed(way)]
    return [(run, back and not runs[run].one_way) for run, back in way]


def _low_end(step: tuple[int, bool], runs: Sequence[Run]) -> tuple[tuple[str, str], int]:
    """So that the same walk is told the same way round every time."""
    run = runs[step[0]]
    return (run.street, min(door.order for door in run.doors))


def _enters(step: tuple[int, bool]) -> int:
    return 2 * step[0] + int(step[1])


def _leaves(step: tuple[int, bool]) -> int:
    return 2 * step[0] + int(not step[1])
