"""Turf by the time that a round takes, which is known only when it is walked.

Rounds are cut by a guess, walked and measured, and cut again by what was learnt. Then doors change
hands along the borders until each round, walked anew, takes about as long as was asked for.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from groundswell.doorstep.rules.doors import Door
from groundswell.doorstep.rules.measuring import minutes_of
from groundswell.doorstep.rules.placing import Places, by_household, placed
from groundswell.doorstep.rules.streets import Streets, link_streets
from groundswell.doorstep.rules.turf.balancing import Parts, balance
from groundswell.doorstep.rules.turf.cutting import (
    TOLERANCE,
    Turf,
    as_rounds,
    by_metis,
    rounds_for,
)
from groundswell.doorstep.rules.turf.severing import sever_around
from groundswell.doorstep.rules.walking import walk_order

_TURNS = 6
_A_GLANCE = 0.002  # seconds for the way through a round that is only measured
_CLOSER = 0.6  # of the tolerance: walked anew, a round takes a little more or less


def cut_by_minutes(doors: Sequence[Door], *, minutes: float, **how: Any) -> Turf:
    """Rounds of about so many minutes: every door in one, each round in one piece.

    ``how`` as for ``walk_order``. Each takes what was asked for within 15 %, unless a few turns do
    not get there (a lone farm may be an hour away): then the best cut found.
    """
    places = placed(doors)
    streets = link_streets(doors, places)
    measuring = _Measuring(doors, by_household(doors, places), how)
    weights = _guessed(streets, places)
    for _turn in range(2):
        count = rounds_for(sum(weights), minutes)
        if count == 1:
            return Turf([list(doors)] if doors else [], streets, places)
        parts = by_metis(streets, weights, count)
        room = TOLERANCE * _CLOSER * minutes
        share = sum(weights) / count
        balance(parts, least=share - room, most=share + room)
        weights = measuring.learn(parts)
    best, fewest = as_rounds(doors, parts), measuring.missing(parts, minutes)
    for turn in range(_TURNS):
        if not fewest:
            break
        parts = Parts(streets.links, weights, parts.part_of, len(parts.members))
        if not balance(parts, least=minutes - room, most=minutes + room):
            for part, heavy in parts.in_use():
                if abs(heavy - minutes) > room and parts.members[part]:
                    sever_around(parts, part, share=minutes, seed=turn)
            balance(parts, least=minutes - room, most=minutes + room)
        weights = measuring.learn(parts)
        missed = measuring.missing(parts, minutes)
        if missed < fewest:
            best, fewest = as_rounds(doors, parts), missed
    return Turf(best, streets, places)


class _Measuring:
    """Walks rounds, each once as long as it stays the same."""

    def __init__(
        self, doors: Sequence[Door], at: dict[int, tuple[float, float]], how: dict[str, Any]
    ) -> None:
        self._doors, self._at, self._how = doors, at, how
        self._walked: dict[frozenset[int], float] = {}

    def learn(self, parts: Parts) -> list[float]:
        """What each door weighs, so that each part weighs the minutes that it takes."""
        weights = list(parts.weights)
        for part, heavy in parts.in_use():
            taken = self._minutes(parts.members[part])
            for index in parts.members[part]:
                weights[index] *= taken / heavy
        return weights

    def missing(self, parts: Parts, minutes: float) -> int:
        """How many parts take more than 15 % more or less than asked for."""
        took = [self._minutes(members) for members in parts.members if members]
        return sum(abs(taken / minutes - 1) > TOLERANCE for taken in took)

    def _minutes(self, members: set[int]) -> float:
        key = frozenset(members)
        if key not in self._walked:
            doors = [self._doors[index] for index in sorted(members)]
            walked = walk_order(doors, at=self._at, seconds=_A_GLANCE, **self._how)
            self._walked[key] = walked.minutes
        return self._walked[key]


def _guessed(streets: Streets, places: Places) -> list[float]:
    """Minutes for each door: at it, and to the nearer of its neighbours."""
    guessed = []
    for index, near in enumerate(streets.links):
        others = list(near)
        gaps = np.hypot(*(places[others] - places[index]).T) if others else np.zeros(1)
        guessed.append(minutes_of(1, float(np.sort(gaps)[:2].mean())))
    return guessed
