"""Lying bars: for names, which need room to be read."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from groundswell.look.charts.series import (
    Series,
    Share,
    legend,
    several_rows,
    single_rows,
)
from groundswell.look.drawing import (
    Chart,
    Row,
    drawing,
    element,
    length,
    number,
    tone_class,
)

BAR = 18
BAR_STEP = 52
WHOLE = 34


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
            _bar(at, 100, "ground"),
            _bar(at, value / top * 100, f"fill tone-{shade}"),
        )
    ]
    svg = _bars(pieces, len(rows), title, summary)
    return Chart(title, summary, svg, [row_heading, value_heading], single_rows(rows))


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
    labels = [str(one.label) for one in series]
    pieces: list[SafeString] = []
    for at, (label, values) in enumerate(rows):
        pieces += [*_bar_words(at, label, number(sum(values))), _bar(at, 100, "ground")]
        start = 0.0
        for name, tone, value in zip(labels, tones, values, strict=True):
            share = value / top * 100
            words = f"{name}: {number(value)}"
            pieces.append(_part(start, share, tone, words, y=at * BAR_STEP + 24, height=BAR))
            start += share
    return Chart(
        title,
        summary,
        _bars(pieces, len(rows), title, summary),
        [row_heading, *labels],
        several_rows(rows),
        legend(labels, [f"tone-{tone}" for tone in tones]),
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
    shares = [part.value / (whole or 1) * 100 for part in parts]
    tones = [tone_class(part.tone, at) for at, part in enumerate(parts)]
    pieces: list[SafeString] = []
    start = 0.0
    for part, share, tone in zip(parts, shares, tones, strict=True):
        words = f"{part.label}: {number(part.value)} ({share:.0f} %)"
        pieces.append(_part(start, share, tone, words, y=0, height=WHOLE))
        start += share
    table = [
        Row(str(part.label), [number(part.value), f"{share:.1f}"])
        for part, share in zip(parts, shares, strict=True)
    ]
    return Chart(
        title,
        summary,
        drawing(pieces, title=title, description=summary, height=str(WHOLE)),
        [part_heading, value_heading, share_heading],
        table if whole else [],
        legend(
            [f"{part.label} {share:.0f} %" for part, share in zip(parts, shares, strict=True)],
            [f"tone-{tone}" for tone in tones],
        ),
    )


def _bars(pieces: list[SafeString], count: int, title: str, summary: str) -> SafeString:
    return drawing(pieces, title=title, description=summary, height=str(count * BAR_STEP))


def _bar_words(at: int, label: str, value: str) -> tuple[SafeString, SafeString]:
    baseline = str(at * BAR_STEP + 17)
    return (
        element("text", label, x="0", y=baseline),
        element("text", value, class_="value", x="100%", y=baseline, text_anchor="end"),
    )


def _bar(at: int, share: float, kind: str) -> SafeString:
    place = {"x": "0", "y": str(at * BAR_STEP + 24)}
    size = {"width": length(share, "%"), "height": str(BAR), "rx": "3"}
    return element("rect", class_=kind, **place, **size)


def _part(start: float, share: float, tone: str, words: str, *, y: int, height: int) -> SafeString:
    place = {"x": length(start, "%"), "y": str(y)}
    size = {"width": length(share, "%"), "height": str(height)}
    kind = f"fill parting tone-{tone}"
    return element("rect", element("title", words), class_=kind, **place, **size)
