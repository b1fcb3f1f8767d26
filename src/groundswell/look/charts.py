"""Charts as server-side SVG. Lengths along the page are per cent, so words keep their size on a phone.

Every chart comes with the same numbers as a table; colours are named by tone, never by value.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from groundswell.look.drawing import (
    Chart,
    LegendEntry,
    Row,
    drawing,
    element,
    length,
    number,
    together,
    tone_class,
)
from groundswell.look.rules import round_ceiling

BAR = 18
BAR_STEP = 52
COLUMN_HEIGHT = 200
AXIS_ROOM = 26
DASHES = 4


@dataclass(frozen=True)
class Series:
    """One measure in a chart of several; ``tone`` a common meaning, 1 to 6, or nothing."""

    label: str
    tone: str = ""


@dataclass(frozen=True)
class Share:
    """One part of a whole."""

    label: str
    value: float
    tone: str = ""


def bar_chart(
    *,
    title: str,
    rows: Sequence[tuple[str, float]],
    row_heading: str,
    value_heading: str,
    summary: str = "",
    tone: str = "1",
) -> Chart:
    """Lying bars, one a row; for names. The longest bar is the largest value."""
    top = max((value for _, value in rows), default=0) or 1
    shade = tone_class(tone, 0)
    pieces = [
        piece
        for at, (label, value) in enumerate(rows)
        for piece in (
            *_bar_words(at, label, number(value)),
            _bar(at, 0, 100, "ground"),
            _bar(at, 0, value / top * 100, f"fill tone-{shade}"),
        )
    ]
    table = [Row(str(label), [number(value)]) for label, value in rows]
    svg = _bars(pieces, len(rows), title, summary)
    return Chart(title, summary, svg, [row_heading, value_heading], table)


def stacked_bar_chart(
    *,
    title: str,
    series: Sequence[Series],
    rows: Sequence[tuple[str, Sequence[float]]],
    row_heading: str,
    summary: str = "",
) -> Chart:
    """Lying bars in parts; each row's ``values`` stand in the order of ``series``."""
    top = max((sum(values) for _, values in rows), default=0) or 1
    tones = [tone_class(one.tone, at) for at, one in enumerate(series)]
    pieces: list[SafeString] = []
    for at, (label, values) in enumerate(rows):
        pieces += [*_bar_words(at, label, number(sum(values))), _bar(at, 0, 100, "ground")]
        start = 0.0
        for one, tone, value in zip(series, tones, values, strict=True):
            share = value / top * 100
            pieces.append(_part(at, start, share, tone, f"{one.label}: {number(value)}"))
            start += share
    return Chart(
        title,
        summary,
        _bars(pieces, len(rows), title, summary),
        [row_heading, *(str(one.label) for one in series)],
        [Row(str(label), [number(value) for value in values]) for label, values in rows],
        [LegendEntry(str(one.label), f"tone-{tone}") for one, tone in zip(series, tones, strict=True)],
    )


def share_bar(
    *,
    title: str,
    parts: Sequence[Share],
    part_heading: str,
    value_heading: str,
    share_heading: str = "%",
    summary: str = "",
) -> Chart:
    """One bar for a whole, cut into its parts, with each part's share in the table."""
    whole = sum(part.value for part in parts)
    tones = [tone_class(part.tone, at) for at, part in enumerate(parts)]
    pieces: list[SafeString] = []
    start = 0.0
    for part, tone in zip(parts, tones, strict=True):
        share = part.value / (whole or 1) * 100
        words = f"{part.label}: {number(part.value)} ({share:.0f} %)"
        pieces.append(
            element(
                "rect",
                element("title", words),
                class_=f"fill parting tone-{tone}",
                x=length(start, "%"),
                y="0",
                width=length(share, "%"),
                height="34",
            )
        )
        start += share
    table = [
        Row(str(part.label), [number(part.value), f"{part.value / (whole or 1) * 100:.1f}"])
        for part in parts
    ]
    return Chart(
        title,
        summary,
        drawing(pieces, title=title, description=summary, height="34"),
        [part_heading, value_heading, share_heading],
        table if whole else [],
        [
            LegendEntry(f"{part.label} {part.value / (whole or 1) * 100:.0f} %", f"tone-{tone}")
            for part, tone in zip(parts, tones, strict=True)
        ],
    )


def column_chart(
    *,
    title: str,
    rows: Sequence[tuple[str, float]],
    row_heading: str,
    value_heading: str,
    summary: str = "",
    tone: str = "1",
) -> Chart:
    """Standing bars for hours or days in their order; only every so many labels are written."""
    top = round_ceiling(max((value for _, value in rows), default=0))
    step = 100 / max(len(rows), 1)
    shade = tone_class(tone, 0)
    pieces = _rules(top)
    for at, (label, value) in enumerate(rows):
        height = value / top * COLUMN_HEIGHT
        pieces.append(
            element(
                "rect",
                element("title", f"{label}: {number(value)}"),
                class_=f"fill tone-{shade}",
                x=length(at * step + step * 0.12, "%"),
                y=length(AXIS_ROOM + COLUMN_HEIGHT - height),
                width=length(step * 0.76, "%"),
                height=length(height),
            )
        )
    places = [(at * step + step / 2, label) for at, (label, _) in enumerate(rows)]
    pieces += [*_rule_words(top), *_across(places)]
    table = [Row(str(label), [number(value)]) for label, value in rows]
    return Chart(
        title, summary, _standing(pieces, title, summary), [row_heading, value_heading], table
    )


def line_chart(
    *,
    title: str,
    series: Sequence[Series],
    rows: Sequence[tuple[str, Sequence[float]]],
    row_heading: str,
    summary: str = "",
) -> Chart:
    """Lines over time, each with a colour and a dash of its own."""
    top = round_ceiling(max((value for _, values in rows for value in values), default=0))
    tones = [tone_class(one.tone, at) for at, one in enumerate(series)]
    lines = [
        element(
            "polyline",
            element("title", one.label),
            class_=f"line stroke tone-{tone} dash-{at % DASHES + 1}",
            points=_points([values[at] for _, values in rows], top),
        )
        for at, (one, tone) in enumerate(zip(series, tones, strict=True))
    ]
    plot = element(
        "svg",
        together(lines),
        y=str(AXIS_ROOM),
        width="100%",
        height=str(COLUMN_HEIGHT),
        viewBox="0 0 100 100",
        preserveAspectRatio="none",
        overflow="visible",
    )
    step = 100 / max(len(rows) - 1, 1)
    places = [(at * step, label) for at, (label, _) in enumerate(rows)]
    pieces = [*_rules(top), plot, *_rule_words(top), *_across(places)]
    return Chart(
        title,
        summary,
        _standing(pieces, title, summary),
        [row_heading, *(str(one.label) for one in series)],
        [Row(str(label), [number(value) for value in values]) for label, values in rows],
        [LegendEntry(str(one.label), f"tone-{tone}") for one, tone in zip(series, tones, strict=True)],
    )


def sparkline(values: Sequence[float], *, title: str) -> SafeString:
    """A small line without axes, to stand beside a number; empty when there is nothing to join."""
    if len(values) < 2:
        return SafeString("")
    points = _points(values, max(values) or 1)
    return drawing(
        [
            element("polygon", class_="under", points=f"0,100 {points} 100,100"),
            element("polyline", class_="line", points=points),
        ],
        title=title,
        description=", ".join(number(value) for value in values),
        class_="sparkline",
        viewBox="0 0 100 100",
        preserveAspectRatio="none",
    )


def _bars(pieces: list[SafeString], count: int, title: str, summary: str) -> SafeString:
    return drawing(pieces, title=title, description=summary, height=str(count * BAR_STEP))


def _standing(pieces: list[SafeString], title: str, summary: str) -> SafeString:
    height = str(COLUMN_HEIGHT + 2 * AXIS_ROOM)
    return drawing(pieces, title=title, description=summary, height=height)


def _bar_words(at: int, label: str, value: str) -> tuple[SafeString, SafeString]:
    baseline = str(at * BAR_STEP + 17)
    return (
        element("text", label, x="0", y=baseline),
        element("text", value, class_="value", x="100%", y=baseline, text_anchor="end"),
    )


def _bar(at: int, start: float, share: float, kind: str) -> SafeString:
    return element(
        "rect",
        class_=kind,
        x=length(start, "%"),
        y=str(at * BAR_STEP + 24),
        width=length(share, "%"),
        height=str(BAR),
        rx="3",
    )


def _part(at: int, start: float, share: float, tone: str, words: str) -> SafeString:
    return element(
        "rect",
        element("title", words),
        class_=f"fill parting tone-{tone}",
        x=length(start, "%"),
        y=str(at * BAR_STEP + 24),
        width=length(share, "%"),
        height=str(BAR),
    )


def _rules(top: float) -> list[SafeString]:
    return [
        element("line", class_="rule", x1="0", x2="100%", y1=height, y2=height)
        for height, _ in _marks(top)
    ]


def _rule_words(top: float) -> list[SafeString]:
    return [
        element("text", number(value), class_="axis", x="0", y=length(float(height) - 5))
        for height, value in _marks(top)
        if value
    ]


def _marks(top: float) -> list[tuple[str, float]]:
    """Height and value of the rules: nothing, half and all."""
    return [
        (length(AXIS_ROOM + COLUMN_HEIGHT * (1 - share)), top * share) for share in (0.0, 0.5, 1.0)
    ]


def _across(places: Sequence[tuple[float, str]]) -> list[SafeString]:
    """At most five labels under the drawing, the outermost turned inwards."""
    every = max(1, -(-len(places) // 5))
    return [
        element(
            "text",
            label,
            class_="axis",
            x=length(place, "%"),
            y=str(AXIS_ROOM + COLUMN_HEIGHT + 18),
            text_anchor="start" if place < 8 else "end" if place > 92 else "middle",
        )
        for place, label in places[::every]
    ]


def _points(values: Sequence[float], top: float) -> str:
    step = 100 / max(len(values) - 1, 1)
    return " ".join(
        f"{length(at * step)},{length(100 - value / top * 100)}" for at, value in enumerate(values)
    )
