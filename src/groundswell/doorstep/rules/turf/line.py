"""One line through all doors: street by street, side by side, on to the nearest that is left."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from groundswell.doorstep.rules.doors import Door, along_the_street, side_of, street_of
from groundswell.doorstep.rules.placing import Places
from groundswell.doorstep.rules.streets import FAR, Streets


def link_line(doors: Sequence[Door], places: Places, streets: Streets) -> tuple[list[int], Streets]:
    """The line, and the streets with the line's own steps added as links."""
    line = _line(doors, places)
    links = [dict(near) for near in streets.links]
    for one, other in pairwise(line):
        links[one].setdefault(other, FAR)
        links[other].setdefault(one, FAR)
    return line, Streets(links)


def _line(doors: Sequence[Door], places: Places) -> list[int]:
    sides: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, door in enumerate(doors):
        sides[(*street_of(door), side_of(door))].append(index)
    runs = [
        sorted(members, key=lambda index: along_the_street(doors[index]))
        for _side, members in sorted(sides.items())
    ]
    ends = np.array([(places[run[0]], places[run[-1]]) for run in runs])
    left = np.ones(len(runs), dtype=bool)
    line: list[int] = []
    here = places[runs[0][0]] if runs else np.zeros(2)
    for _run in runs:
        gaps = np.hypot(ends[:, :, 0] - here[0], ends[:, :, 1] - here[1])
        gaps[~left] = np.inf
        place, end = divmod(int(np.argmin(gaps)), 2)
        left[place] = False
        line += runs[place][::-1] if end else runs[place]
        here = ends[place, 1 - end]
    return line
