"""Automatic turf: 10,000 doors of the pretend town cut into rounds of 60, and how good they are.

    python -m bench.turf [--doors 10000] [--size 60] [--minutes 90]

The doors lie as a register gives them: by their postcode's middle alone. Prints the seconds for the
cut and for the walking order of every round, the smallest and largest round, and how many are in
one piece; then the same of METIS without repair, for comparison.
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bench.town_doors import doors_of_the_town
from groundswell.doorstep.rules.doors import Door
from groundswell.doorstep.rules.placing import by_household, placed
from groundswell.doorstep.rules.streets import link_streets
from groundswell.doorstep.rules.turf import TOLERANCE, Turf, cut, cut_by_minutes
from groundswell.doorstep.rules.turf.cutting import by_metis
from groundswell.doorstep.rules.walking import walk_order

A_GLANCE = 0.003  # seconds: what the cutting command allows each of many rounds


def main() -> None:
    """Cut, walk, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--doors", type=int, default=10_000)
    parser.add_argument("--size", type=int, default=60)
    parser.add_argument("--minutes", type=float, default=90)
    given = parser.parse_args()
    doors = doors_of_the_town(given.doors)
    with _timed(f"{len(doors):,} doors into rounds of {given.size}"):
        turf = cut(doors, size=given.size)
    at = by_household(doors, turf.places)
    with _timed(f"  walking order of {len(turf.rounds)} rounds"):
        for one in turf.rounds:
            walk_order(one, at=at, seconds=A_GLANCE)
    sizes = [len(one) for one in turf.rounds]
    print(f"  rounds of {min(sizes)} to {max(sizes)} doors, {_within(sizes, given.size)}")
    print(f"  in one piece: {_whole(turf, doors)} of {len(turf.rounds)}")
    _metis_alone(doors, given.size)
    _by_minutes(doors, given.minutes)


@contextmanager
def _timed(what: str) -> Iterator[None]:
    """Prints the seconds by the clock, and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    yield
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    print(f"{what}: {clock:.2f} s, of the processor {processor:.2f} s")


def _metis_alone(doors: Sequence[Door], size: int) -> None:
    places = placed(doors)
    streets = link_streets(doors, places)
    parts = by_metis(streets, [1.0] * len(doors), round(len(doors) / size))
    sizes = [len(members) for members in parts.members]
    whole = sum(len(streets.pieces(members)) == 1 for members in parts.members)
    print(f"METIS without repair: {min(sizes)} to {max(sizes)} doors, {_within(sizes, size)}")
    print(f"  in one piece: {whole} of {len(sizes)}")


def _by_minutes(doors: Sequence[Door], minutes: float) -> None:
    with _timed(f"{len(doors):,} doors into rounds of {minutes:.0f} minutes"):
        turf = cut_by_minutes(doors, minutes=minutes)
    at = by_household(doors, turf.places)
    took = [walk_order(one, at=at, seconds=A_GLANCE).minutes for one in turf.rounds]
    print(f"  rounds of {min(took):.0f} to {max(took):.0f} minutes, {_within(took, minutes)}")
    print(f"  in one piece: {_whole(turf, doors)} of {len(turf.rounds)}")


def _within(sizes: Sequence[float], asked: float) -> str:
    near = sum(abs(one / asked - 1) <= TOLERANCE + 1e-9 for one in sizes)
    return f"{near} of {len(sizes)} within {TOLERANCE:.0%}"


def _whole(turf: Turf, doors: Sequence[Door]) -> int:
    place = {door.household_id: at for at, door in enumerate(doors)}
    return sum(
        len(turf.streets.pieces(place[door.household_id] for door in one)) == 1
        for one in turf.rounds
    )


if __name__ == "__main__":
    main()
