"""Words of a script that are filled in for each call: {name}, {caller} and {area}."""

import re
from collections.abc import Mapping

WORDS = ("name", "caller", "area", "organisation")
_PLACE = re.compile(r"\{(\w+)\}")


def fill(text: str, words: Mapping[str, str]) -> str:
    """The text with each ``{word}`` that is given filled in; others stay as they were typed."""
    return _PLACE.sub(lambda place: words.get(place[1]) or place[0], text)


def unknown_words(text: str) -> list[str]:
    """The words in braces that no call fills in, so that a slip of the pen can be told."""
    return [word for word in _PLACE.findall(text) if word not in WORDS]
