"""What a chart is asked to show."""

from collections.abc import Sequence
from dataclasses import dataclass

from groundswell.look.drawing import LegendEntry, Row, number


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


def single_rows(rows: Sequence[tuple[str, float]]) -> list[Row]:
    """The table of a chart with one measure."""
    return [Row(str(label), [number(value)]) for label, value in rows]


def several_rows(rows: Sequence[tuple[str, Sequence[float]]]) -> list[Row]:
    """The table of a chart with several measures."""
    return [Row(str(label), [number(value) for value in values]) for label, values in rows]


def legend(labels: Sequence[str], marks: Sequence[str]) -> list[LegendEntry]:
    """Labels beside their CSS classes."""
    return [LegendEntry(str(label), mark) for label, mark in zip(labels, marks, strict=True)]
