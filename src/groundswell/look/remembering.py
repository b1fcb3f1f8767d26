"""Components that come dozens of times on a page: each drawn once, and kept as it was drawn."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

_PLAIN = frozenset({str, SafeString, int, bool, type(None)})


def remembered(leaf: Callable[..., dict[str, Any]]) -> Callable[..., SafeString]:
    """The tag of a component whose drawing depends on its own words alone, in no language.

    ``leaf`` gives the context of its template. Kept by words and by kind of word: what is safe to
    stand in a page as it is must not pass for what is not.
    """
    template = f"look/components/{leaf.__name__}.html"

    def draw(*words: Any, **given: Any) -> SafeString:
        return render_to_string(template, leaf(*words, **given))

    kept = lru_cache(maxsize=500, typed=True)(draw)

    @wraps(leaf)
    def tag(*words: Any, **given: Any) -> SafeString:
        plain = all(type(one) in _PLAIN for one in (*words, *given.values()))
        return kept(*words, **given) if plain else draw(*words, **given)

    return tag
