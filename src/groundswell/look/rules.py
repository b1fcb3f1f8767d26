"""Colours an organisation may set, and the contrast they must keep. Plain Python."""

import math
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

TOKENS = {
    "band": "the header's background",
    "on-band": "words in the header",
    "action": "the one main button of a light screen",
    "on-action": "words on that button",
    "action-dark": "the one main button of a dark screen",
    "on-action-dark": "words on that button",
    "highlight": "the mark under the current page and around what has the focus",
    "radius": "how round buttons and cards are, in px",
}
PAIRS = {"band": "on-band", "action": "on-action", "action-dark": "on-action-dark"}
ENOUGH = 4.5
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_LENGTH = re.compile(r"\d{1,2}px")


def contrast(one: str, other: str) -> float:
    """Contrast of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def token_faults(tokens: Mapping[str, str]) -> list[str]:
    """What is wrong with an organisation's tokens, a phrase each; empty when they may be used."""
    faults = [f"{name}: there is no such token" for name in tokens if name not in TOKENS]
    faults += [
        f"{name}: {value!r} is not {'a length such as 8px' if name == 'radius' else '#rrggbb'}"
        for name, value in tokens.items()
        if name in TOKENS and not _well_written(name, value)
    ]
    if faults:
        return faults
    for ground, words in PAIRS.items():
        if (ground in tokens) != (words in tokens):
            faults.append(f"{ground} and {words} are set together or not at all")
        elif ground in tokens and contrast(tokens[ground], tokens[words]) < ENOUGH:
            ratio = contrast(tokens[ground], tokens[words])
            faults.append(f"{words} on {ground} has a contrast of {ratio:.1f}, under {ENOUGH}")
    if ("action" in tokens) != ("action-dark" in tokens):
        faults.append("action and action-dark are set together or not at all")
    return faults


def parse_tokens(text: str) -> dict[str, str]:
    """Read ``action=#00686b on-action=#ffffff`` into a mapping; no colour is judged here."""
    pairs = (piece.partition("=") for piece in text.replace(",", " ").split())
    return {name.strip(): value.strip() for name, _, value in pairs}


def even_classes(values: Sequence[float], most: int) -> list[tuple[float, float]]:
    """Classes of one round width from 0 up to the largest value, (above, up to), ``most`` at most.

    Whole numbers get whole edges. Nothing above 0: no classes.
    """
    top = max(values, default=0)
    if top <= 0:
        return []
    width = round_ceiling(top / most)
    if all(float(value).is_integer() for value in values):
        width = float(max(1, math.ceil(width)))
    edges = [width * step for step in range(math.ceil(top / width) + 1)]
    return list(pairwise(edges))


def round_ceiling(value: float) -> float:
    """The next 1, 2, 2.5 or 5 times a power of ten at or above ``value``: where an axis ends."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    # Below the smallest power that a computer can write, the value itself must do.
    return next((power * part for part in (1, 2, 2.5, 5, 10) if power * part >= value), value)


def _well_written(name: str, value: str) -> bool:
    pattern = _LENGTH if name == "radius" else _COLOUR
    return pattern.fullmatch(value) is not None


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
