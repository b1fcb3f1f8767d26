"""The map of a round as an SVG for paper: black and white, names along the streets."""

from django.utils.safestring import SafeString

from groundswell.look.drawing import element, length, together
from groundswell.paper.rules.mapping import Dot, Line, RoundMap, Start

_BESIDE = 6.4  # from a street's middle to its name: clear of the doors' numbers
_FONT = "Atkinson Hyperlegible Next"


def drawn(plan: RoundMap) -> str:
    """The drawing; lengths are millimetres. Its alternative text stands in the document."""
    labelled = len(plan.dots) <= 150
    pieces = [
        *(_street(line) for line in plan.lines),
        *(_door(dot, labelled=labelled) for dot in plan.dots),
        *(_start(start) for start in plan.starts),
        *(_name(line) for line in plan.lines),
        _scale(plan),
        _north(plan),
    ]
    box = f"0 0 {length(plan.width)} {length(plan.height + 8)}"
    return element("svg", together(pieces), xmlns="http://www.w3.org/2000/svg", viewBox=box)


def _street(line: Line) -> SafeString:
    points = " ".join(f"{length(p.x)},{length(p.y)}" for p in line.points)
    if len(line.points) == 1:
        return element("g")
    return element(
        "polyline",
        points=points,
        fill="none",
        stroke="#d8d8d8",
        stroke_width=5.0,
        stroke_linejoin="round",
        stroke_linecap="round",
    )


def _door(dot: Dot, *, labelled: bool) -> SafeString:
    x, y = dot.at
    if dot.nobody:
        cross = f"M{length(x - 0.9)} {length(y - 0.9)}l1.8 1.8m0 -1.8l-1.8 1.8"
        mark = element("path", d=cross, stroke="#000", stroke_width=0.4)
    else:
        mark = element("circle", cx=x, cy=y, r=0.75, fill="#000")
    if not labelled or len(dot.label) > 5:
        return mark
    words = element(
        "text", dot.label, x=x + 1.0, y=y - 0.8, font_family=_FONT, font_size=2.3, fill="#333"
    )
    return together([mark, words])


def _name(line: Line) -> SafeString:
    x, y = line.middle
    return element(
        "text",
        line.name,
        x=x,
        y=y - _BESIDE,
        font_family=_FONT,
        font_size=3.6,
        font_weight="bold",
        text_anchor="middle",
        stroke="#fff",
        stroke_width=0.9,
        paint_order="stroke",
        transform=f"rotate({length(line.angle)} {length(x)} {length(y)})",
    )


def _start(start: Start) -> SafeString:
    x, y = start.at
    flag = element(
        "rect", x=x - 6.5, y=y - 2.6, width=5.2, height=5.2, rx=1.0, fill="#000", stroke="#fff"
    )
    number = element(
        "text",
        str(start.sheet),
        x=x - 3.9,
        y=y + 1.3,
        font_family=_FONT,
        font_size=3.6,
        font_weight="bold",
        text_anchor="middle",
        fill="#fff",
    )
    return together([flag, number])


def _scale(plan: RoundMap) -> SafeString:
    y = plan.height + 4
    line = f"M1 {length(y - 1.5)}v1.5h{length(plan.bar)}v-1.5"
    bar = element("path", d=line, fill="none", stroke="#000", stroke_width=0.4)
    words = element(
        "text", f"{plan.metres} m", x=plan.bar + 3, y=y + 0.4, font_family=_FONT, font_size=3.2
    )
    return together([bar, words])


def _north(plan: RoundMap) -> SafeString:
    x, y = plan.width - 6, plan.height
    arrow = element("path", d=f"M{length(x)} {length(y - 4)}l2 6l-2 -1.4l-2 1.4z", fill="#000")
    words = element(
        "text", "N", x=x, y=y + 6, font_family=_FONT, font_size=3.6, text_anchor="middle"
    )
    return together([arrow, words])
