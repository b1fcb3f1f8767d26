"""Parts of a graph brought to one size, every part in one piece."""

from collections import deque
from collections.abc import Iterable
from itertools import pairwise

from groundswell.doorstep.rules.streets import in_pieces

_MOVES_A_PART = 4
_MOVES_FOR_WHAT_IS_OFF = 3  # for each door too many or too few


class Parts:
    """Which door is in which part, how heavy each part is, and who neighbours whom."""

    def __init__(
        self,
        links: list[dict[int, int]],
        weights: list[float],
        part_of: list[int],
        count: int,
    ) -> None:
        self.links, self.weights, self.part_of = links, weights, part_of
        self.members: list[set[int]] = [set() for _part in range(count)]
        self.heavy = [0.0] * count
        for index, part in enumerate(part_of):
            self.members[part].add(index)
            self.heavy[part] += weights[index]

    def move(self, indexes: Iterable[int], part: int) -> None:
        """Put doors into another part."""
        for index in indexes:
            old = self.part_of[index]
            self.members[old].discard(index)
            self.heavy[old] -= self.weights[index]
            self.members[part].add(index)
            self.heavy[part] += self.weights[index]
            self.part_of[index] = part

    def add(self) -> int:
        """One more part, empty as yet."""
        self.members.append(set())
        self.heavy.append(0.0)
        return len(self.members) - 1

    def in_use(self) -> list[tuple[int, float]]:
        """The parts that have doors, with what each weighs."""
        return [(part, self.heavy[part]) for part, doors in enumerate(self.members) if doors]

    def pieces(self, part: int) -> list[list[int]]:
        """What hangs together in a part, the heaviest piece first."""
        found = in_pieces(self.links, self.members[part])
        return sorted(found, key=lambda piece: -sum(self.weights[one] for one in piece))

    def neighbours(self, part: int) -> dict[int, int]:
        """The parts beside this one, with how much holds them together."""
        near: dict[int, int] = {}
        for index in self.members[part]:
            for other, weight in self.links[index].items():
                beside = self.part_of[other]
                if beside != part:
                    near[beside] = near.get(beside, 0) + weight
        return near


def balance(parts: Parts, *, least: float, most: float) -> bool:
    """Bring every part between these weights and into one piece; False where it did not work."""
    _gather(parts)
    usual = sorted(parts.weights)[len(parts.weights) // 2]
    off = sum(max(least - heavy, heavy - most, 0) for heavy in parts.heavy) / usual
    stuck: set[int] = set()
    for _move in range(int(_MOVES_FOR_WHAT_IS_OFF * off) + _MOVES_A_PART * len(parts.heavy)):
        out = [
            (max(least - heavy, heavy - most), part)
            for part, heavy in parts.in_use()
            if not least <= heavy <= most and part not in stuck
        ]
        if not out:
            break
        _far, part = max(out)
        if not _Evening(parts, least, most, usual).even_out(part):
            stuck.add(part)
            if parts.heavy[part] < least:
                _dissolve(parts, part, most)
    return all(
        least <= heavy <= most and len(parts.pieces(part)) == 1 for part, heavy in parts.in_use()
    )


def _dissolve(parts: Parts, part: int, most: float) -> None:
    """Do without a part that cannot grow, where the others can take what it has."""
    used = [heavy for _part, heavy in parts.in_use()]
    near = parts.neighbours(part)
    if near and sum(used) / max(1, len(used) - 1) <= most:
        parts.move(list(parts.members[part]), max(near, key=lambda one: near[one]))


def _gather(parts: Parts) -> None:
    """Give every loose piece to the neighbour that it belongs to most."""
    for part in range(len(parts.members)):
        for piece in parts.pieces(part)[1:]:
            near: dict[int, int] = {}
            for index in piece:
                for other, weight in parts.links[index].items():
                    beside = parts.part_of[other]
                    if beside != part:
                        near[beside] = near.get(beside, 0) + weight
            if near:
                parts.move(piece, max(near, key=lambda one: (near[one], -parts.heavy[one])))


class _Evening:
    """One step towards even parts: doors handed along the shortest way to who takes or spares."""

    def __init__(self, parts: Parts, least: float, most: float, usual: float) -> None:
        self.parts, self.least, self.most, self.usual = parts, least, most, usual
        self.blocked: set[tuple[int, int]] = set()

    def even_out(self, part: int) -> bool:
        """Take from a part that is too heavy, or give to one too light; False where none can."""
        gives = self.parts.heavy[part] > self.most
        while way := self._way_from(part, gives=gives):
            if self._hand_along(way, gives=gives):
                return True
        return False

    def _way_from(self, part: int, *, gives: bool) -> list[int]:
        """Through neighbours to the nearest part that can help; borders that failed are shut."""
        came_from = {part: part}
        queue = deque([part])
        heavy = self.parts.heavy
        while queue:
            here = queue.popleft()
            if here != part and self._can_help(here, gives=gives):
                way = [here]
                while way[-1] != part:
                    way.append(came_from[way[-1]])
                return way[::-1]
            near = self.parts.neighbours(here)
            for beside in sorted(near, key=lambda one: (heavy[one], one), reverse=not gives):
                if beside not in came_from and (here, beside) not in self.blocked:
                    came_from[beside] = here
                    queue.append(beside)
        return []

    def _can_help(self, part: int, *, gives: bool) -> bool:
        heavy = self.parts.heavy[part]
        return heavy + self.usual <= self.most if gives else heavy - self.usual >= self.least

    def _hand_along(self, way: list[int], *, gives: bool) -> bool:
        """Doors over each border on the way; begun at the far end, so that nobody falls apart."""
        for one, other in reversed(list(pairwise(way))):
            giver, taker = (one, other) if gives else (other, one)
            doors = _to_spare(self.parts, giver, taker, (self.most - self.least) / 2)
            if not doors:
                self.blocked.add((one, other))
                return False
            self.parts.move(doors, taker)
        return True


def _to_spare(parts: Parts, giver: int, taker: int, room: float) -> list[int]:
    """The door at the border that belongs most to the taker and without which the giver holds.

    Where there is none, one with the little that hangs on it, no heavier than ``room``.
    """
    wishes = []
    for index in parts.members[giver]:
        there = here = 0
        for other, weight in parts.links[index].items():
            if parts.part_of[other] == taker:
                there += weight
            elif parts.part_of[other] == giver:
                here += weight
        if there:
            wishes.append((there - here, index))
    wishes.sort(reverse=True)
    for _wish, index in wishes:
        if _holds_without(parts, giver, index):
            return [index]
    for _wish, index in wishes:
        taken = [index, *_hanging_on(parts, giver, index)]
        if sum(parts.weights[one] for one in taken) <= room:
            return taken
    return []


def _hanging_on(parts: Parts, part: int, index: int) -> list[int]:
    """Everything but the heaviest piece that is left of the part without this door."""
    left = parts.members[part] - {index}
    pieces = in_pieces(parts.links, left)
    pieces.sort(key=lambda piece: -sum(parts.weights[one] for one in piece))
    return [one for piece in pieces[1:] for one in piece]


def _holds_without(parts: Parts, part: int, index: int) -> bool:
    left = parts.members[part] - {index}
    near = parts.links[index].keys() & left
    if not left or len(near) <= 1:
        return bool(left)
    start = next(iter(near))
    seen, queue, missing = {start}, [start], set(near) - {start}
    for one in queue:
        more = (parts.links[one].keys() & left) - seen
        seen |= more
        missing -= more
        if not missing:
            return True
        queue.extend(more)
    return not missing
