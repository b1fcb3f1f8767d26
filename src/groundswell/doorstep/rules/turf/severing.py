"""Cutting a graph with METIS: all of it, or anew around a part that did not come right."""

from collections.abc import Sequence

import pymetis

from groundswell.doorstep.rules.turf.balancing import Parts

_ROOM = 60  # METIS may go 6 % over: the rest of the tolerance is for repairs
_WEIGHT_OF_ONE = 100


def sever(
    links: Sequence[dict[int, int]], weights: Sequence[float], count: int, *, seed: int
) -> list[int]:
    """For each door its part, from 0: nearly even, the strongest links kept."""
    if count < 2:
        return [0] * len(links)
    starts, near, closeness = [0], list[int](), list[int]()
    for beside in links:
        near += beside.keys()
        closeness += beside.values()
        starts.append(len(near))
    _severed, part_of = pymetis.part_graph(
        count,
        pymetis.CSRAdjacency(adj_starts=starts, adjacent=near),
        vweights=[max(1, round(weight * _WEIGHT_OF_ONE)) for weight in weights],
        eweights=closeness,
        recursive=False,
        options=pymetis.Options(seed=seed, ufactor=_ROOM, contig=True),
    )
    return list(part_of)


def sever_around(parts: Parts, part: int, *, share: float, seed: int) -> None:
    """Cut a part and all its neighbours anew, into as many of the share as they make."""
    near = [part, *parts.neighbours(part)]
    doors = sorted(index for one in near for index in parts.members[one])
    place = {index: at for at, index in enumerate(doors)}
    links = [
        {place[other]: weight for other, weight in parts.links[index].items() if other in place}
        for index in doors
    ]
    weights = [parts.weights[index] for index in doors]
    count = max(1, round(sum(weights) / share))
    found = sever(links, weights, count, seed=seed)
    while len(near) < count:
        near.append(parts.add())
    for index, piece in zip(doors, found, strict=True):
        parts.move([index], near[piece])
