"""Which column holds what, and how to read it: given by a layout or by a person."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

DATE_FORMATS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%b-%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%d/%m/%y")
OPERATIONS = {
    "": "",
    "A": "A",
    "ADD": "A",
    "NEW": "A",
    "M": "M",
    "AMEND": "M",
    "C": "M",
    "CHANGE": "M",
    "D": "D",
    "DELETE": "D",
}


@dataclass(frozen=True)
class Mapping:
    """How the rows of one file are read.

    ``columns`` gives the field of each used position; ``elections`` the positions of columns that
    hold one election each (Ohio), with poll and ISO date. ``number`` says how elector numbers are
    written: in ``cells``, ``whole``, ``slashed``, or ``state`` (a US state's own number).
    ``scope`` is full, update, by_operations (update when every row names an operation) or
    absent_voters.
    """

    layout: str
    columns: dict[int, str]
    width: int
    has_header: bool = True
    country: str = "GB"
    scope: Literal["full", "update", "by_operations", "absent_voters"] = "full"
    number: Literal["cells", "whole", "slashed", "state"] = "cells"
    names: Literal["columns", "surname_first"] = "columns"
    dates: tuple[str, ...] = DATE_FORMATS
    operations: dict[str, str] = field(default_factory=lambda: dict(OPERATIONS))
    absent_vote: str = ""
    absent_votes: dict[str, str] = field(default_factory=dict)
    elections: dict[int, tuple[str, str]] = field(default_factory=dict)

    def position(self, name: str) -> int | None:
        """The column that holds the field, or None."""
        return next((place for place, held in self.columns.items() if held == name), None)

    def as_json(self) -> dict[str, Any]:
        """As it is kept in a JSON column."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Mapping":
        """From what ``as_json`` gave, after a round through JSON."""
        values = dict(kept)
        values["columns"] = {int(place): name for place, name in kept["columns"].items() if name}
        values["dates"] = tuple(kept.get("dates") or DATE_FORMATS)
        values["elections"] = {
            int(place): (poll, day) for place, (poll, day) in kept.get("elections", {}).items()
        }
        return cls(**values)
