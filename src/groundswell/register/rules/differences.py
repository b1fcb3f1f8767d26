"""Where two values differ, piece by piece, so that the eye finds it."""

from difflib import SequenceMatcher
from typing import NamedTuple

# Two values less alike than this differ as a whole: marked letters would only confuse.
_ALIKE = 0.6


class Piece(NamedTuple):
    """A piece of a value, and whether the other value has it otherwise."""

    text: str
    differs: bool


def marked(left: str, right: str) -> tuple[list[Piece], list[Piece]]:
    """Both values in pieces; joined they are the values. A missing value marks nothing."""
    if left == right or not (left and right):
        return _whole(left, differs=False), _whole(right, differs=False)
    matcher = SequenceMatcher(None, left.casefold(), right.casefold(), autojunk=False)
    same_length = len(left.casefold()) == len(left) and len(right.casefold()) == len(right)
    if matcher.ratio() < _ALIKE or not same_length:
        return _whole(left, differs=True), _whole(right, differs=True)
    pieces: tuple[list[Piece], list[Piece]] = ([], [])
    for tag, begin, end, other_begin, other_end in matcher.get_opcodes():
        differs = tag != "equal"
        pieces[0].extend(_whole(left[begin:end], differs=differs))
        pieces[1].extend(_whole(right[other_begin:other_end], differs=differs))
    return pieces


def _whole(text: str, *, differs: bool) -> list[Piece]:
    return [Piece(text, differs)] if text else []
