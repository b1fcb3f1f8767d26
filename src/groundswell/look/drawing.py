"""SVG written by hand: elements, numbers, and the table that goes with each drawing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

TONES = {
    "supporter": "1",
    "leaning": "2",
    "undecided": "3",
    "against": "4",
    "refused": "5",
    "wont_vote": "6",
}


@dataclass(frozen=True)
class Row:
    """One line of the table beneath a drawing."""

    heading: str
    cells: list[str]


@dataclass(frozen=True)
class LegendEntry:
    """What a colour stands for; ``mark`` is the CSS class that shows it."""

    label: str
    mark: str


@dataclass(frozen=True)
class Chart:
    """A drawing, the same numbers as a table, and the words around them."""

    title: str
    summary: str
    svg: SafeString
    columns: list[str]
    rows: list[Row]
    legend: list[LegendEntry] = field(default_factory=list)


def tone_class(tone: str, position: int) -> str:
    """A named tone's class; without a name, the next of the six by position."""
    return TONES.get(tone) or tone or str(position % 6 + 1)


def number(value: float) -> str:
    """A number for reading: thousands apart, no needless decimals."""
    return f"{value:,.1f}".removesuffix(".0")


def length(value: float, unit: str = "") -> str:
    """A length for an SVG attribute: short, and never in exponent form."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + unit


def element(name: str, content: str = "", **attributes: str | float) -> SafeString:
    """An SVG element; ``class_`` and ``text_anchor`` become ``class`` and ``text-anchor``."""
    written = format_html_join("", ' {}="{}"', map(_attribute, attributes.items()))
    return format_html("<{}{}>{}</{}>", name, written, conditional_escape(content), name)


def _attribute(pair: tuple[str, str | float]) -> tuple[str, str]:
    name, value = pair
    written = length(value) if isinstance(value, float) else str(value)
    return name.rstrip("_").replace("_", "-"), written


def together(pieces: Iterable[SafeString]) -> SafeString:
    """Elements one after the other."""
    return mark_safe("".join(conditional_escape(piece) for piece in pieces))  # noqa: S308 - escaped


def drawing(
    pieces: Sequence[SafeString], *, title: str, description: str, **attributes: str | float
) -> SafeString:
    """The outer SVG element with its accessible name and description."""
    content = [element("title", title), element("desc", description), *pieces]
    return element("svg", together(content), role="img", **attributes)
