"""Filling a batch from the front of a queue without tearing households apart."""

from collections.abc import Sequence
from typing import NamedTuple


class Waiting(NamedTuple):
    """Somebody who may be handed out: ``home`` is the same for all of one household."""

    id: int
    home: int


def whole_households(queue: Sequence[Waiting], size: int, *, empty: bool = True) -> list[Waiting]:
    """At most ``size`` from the front of ``queue``, household by household.

    A household is taken with all of its people in the queue or left for the next caller; one that
    is larger than a whole batch is cut when it stands first and the batch is still ``empty``.
    """
    homes: dict[int, list[Waiting]] = {}
    for person in queue:
        homes.setdefault(person.home, []).append(person)
    chosen: list[Waiting] = []
    for people in homes.values():
        if empty and not chosen and len(people) > size:
            return people[:size]
        if len(chosen) + len(people) > size:
            break
        chosen += people
    return chosen
