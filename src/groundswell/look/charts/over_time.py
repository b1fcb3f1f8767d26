"""Columns and lines: for hours, days and weeks in their order."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from groundswell.look.charts.series import Series, legend, several_rows, single_rows
from groundswell.look.drawing import (
    Chart,
    drawing,
    element,
    length,
    number,
    together,
    tone_class,
)
from groundswell.look.rules import round_ceiling

COLUMN_HEIGHT = 200
AXIS_ROOM = 26
DASHES = 4


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
    svg = _standing(pieces, title, summary)
    return Chart(title, summary, svg, [row_heading, value_heading], single_rows(rows))


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
    labels = [str(one.label) for one in series]
    kinds = [
        f"tone-{tone_class(one.tone, at)} dash-{at % DASHES + 1}" for at, one in enumerate(series)
    ]
    lines = [
        element(
            "polyline",
            element("title", name),
            class_=f"line stroke {kind}",
            points=_points([values[at] for _, values in rows], top),
        )
        for at, (name, kind) in enumerate(zip(labels, kinds, strict=True))
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
        [row_heading, *labels],
        several_rows(rows),
        legend(labels, [f"legend-line {kind}" for kind in kinds]),
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


def _standing(pieces: list[SafeString], title: str, summary: str) -> SafeString:
    height = str(COLUMN_HEIGHT + 2 * AXIS_ROOM)
    return drawing(pieces, title=title, description=summary, height=height)


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
    """Places in a square of 100; a lone value is written twice, which draws a dot."""
    step = 100 / max(len(values) - 1, 1)
    if len(values) == 1:
        return f"0,{length(100 - values[0] / top * 100)} " * 2
    return " ".join(
        f"{length(at * step)},{length(100 - value / top * 100)}" for at, value in enumerate(values)
    )
