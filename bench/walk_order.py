"""Walking order against a long run of OR-tools: 60, 200 and 1,000 doors of the pretend town.

    python -m bench.walk_order [--seconds 30]

Both look for the shortest open walk over the same stops and the same costs (metres, a crossing of
one's own street counted as ten more). OR-tools (guided local search) has the seconds given, ours a
tenth of them at most. Prints both lengths and our excess. Needs the extra ``bench``.
"""

import argparse
import time
from itertools import pairwise

import numpy as np
from ortools.constraint_solver import pywrapcp, routing_enums_pb2

from bench.town_doors import doors_of_the_town
from groundswell.doorstep.rules.placing import by_household, placed
from groundswell.doorstep.rules.turf import cut
from groundswell.doorstep.rules.walking.runs import Run, runs_of
from groundswell.doorstep.rules.walking.tours import Metres, costs_between, tour_through

INSTANCES = (60, 200, 1_000)
_TO_WHOLE = 100  # OR-tools counts in centimetres


def main() -> None:
    """Solve each instance both ways, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30)
    seconds = parser.parse_args().seconds
    for doors in INSTANCES:
        for sides in ("both", "odd_then_even"):
            _compare(doors, sides, seconds)


def _compare(doors: int, sides: str, seconds: float) -> None:
    runs = _runs(doors, sides)
    ends = costs_between(runs)
    began = time.perf_counter()
    way = tour_through(runs, comes_back=False, seconds=_ours_may_take(len(runs), seconds))
    took = time.perf_counter() - began
    ours = _length(ends, way)
    began = time.perf_counter()
    theirs = _by_ortools(runs, ends, seconds)
    theirs_took = time.perf_counter() - began
    print(
        f"{doors:5} doors, {sides:13} {len(runs):4} stops: ours {ours:8.0f} m in {took:5.2f} s, "
        f"OR-tools {theirs:8.0f} m in {theirs_took:5.1f} s, ours {ours / theirs - 1:+.1%}"
    )


def _runs(doors: int, sides: str) -> list[Run]:
    """A round of about so many doors from the middle of the town."""
    town = doors_of_the_town(10_000)
    rounds = cut(town, size=doors).rounds
    chosen = rounds[len(rounds) // 2]
    at = by_household(chosen, placed(chosen))
    return runs_of(chosen, at, sides=sides, fixed={})


def _ours_may_take(stops: int, seconds: float) -> float:
    return min(seconds / 10, 0.002 * stops)


def _length(ends: Metres, way: list[tuple[int, bool]]) -> float:
    return float(
        sum(
            ends[2 * one + (0 if back else 1), 2 * other + (1 if turned else 0)]
            for (one, back), (other, turned) in pairwise(way)
        )
    )


def _by_ortools(runs: list[Run], ends: Metres, seconds: float) -> float:
    """The best open walk found. A run of several doors is two nodes, one of which is entered."""
    nodes = [
        2 * place + end
        for place, run in enumerate(runs)
        for end in ((0,) if run.first == run.last else (0, 1))
    ]
    entered = np.array(nodes)
    left = np.where([runs[end // 2].first == runs[end // 2].last for end in nodes], 0, 1) ^ entered
    costs = np.rint(ends[np.ix_(left, entered)] * _TO_WHOLE).astype(int).tolist()
    count = len(nodes)
    manager = pywrapcp.RoutingIndexManager(count + 1, 1, count)
    routing = pywrapcp.RoutingModel(manager)

    def cost(here: int, there: int) -> int:
        one, other = manager.IndexToNode(here), manager.IndexToNode(there)
        return 0 if count in {one, other} else int(costs[one][other])

    routing.SetArcCostEvaluatorOfAllVehicles(routing.RegisterTransitCallback(cost))
    of_run: dict[int, list[int]] = {}
    for node, end in enumerate(nodes):
        of_run.setdefault(end // 2, []).append(manager.NodeToIndex(node))
    for both in of_run.values():
        if len(both) == 2:
            routing.AddDisjunction(both, 10**9, 1)
    how = pywrapcp.DefaultRoutingSearchParameters()
    how.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PATH_CHEAPEST_ARC
    how.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    how.time_limit.FromMilliseconds(int(seconds * 1_000))
    found = routing.SolveWithParameters(how)
    return float(found.ObjectiveValue()) / _TO_WHOLE


if __name__ == "__main__":
    main()
