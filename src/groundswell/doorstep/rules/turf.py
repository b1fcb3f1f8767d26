"""Cutting doors into rounds of about one size, each in one piece."""

from collections.abc import Sequence
from itertools import pairwise

from groundswell.doorstep.rules.doors import Door, along_the_street


def cut(doors: Sequence[Door], *, size: int) -> list[list[Door]]:
    """Rounds of about ``size`` doors; every door in exactly one."""
    line = sorted(doors, key=lambda door: (door.street, along_the_street(door)))
    pieces = max(1, round(len(line) / size)) if line else 0
    at = [len(line) * piece // pieces for piece in range(pieces + 1)] if pieces else [0]
    return [line[start:end] for start, end in pairwise(at)]
