"""A layout as its file describes it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Layout:
    """One way in which registers arrive; see any file beside this one for what it says."""

    name: str
    title: str
    needs: frozenset[str]
    lacks: frozenset[str]
    columns: dict[str, tuple[str, ...]]
    positions: dict[int, str]
    widths: tuple[int, ...]
    shapes: dict[int, str]
    elections: str
    election_dates: str
    reading: dict[str, Any]

    @property
    def has_header(self) -> bool:
        """Whether its files begin with a row of headings."""
        return not self.positions


@cache
def all_layouts() -> tuple[Layout, ...]:
    """Every layout that has a file."""
    found = files(__package__).iterdir()
    texts = {
        entry.name.removesuffix(".toml"): entry.read_text(encoding="utf-8")
        for entry in found
        if entry.name.endswith(".toml") and entry.name != "other-headings.toml"
    }
    return tuple(_from_toml(name, tomllib.loads(text)) for name, text in sorted(texts.items()))


def layout_named(name: str) -> Layout:
    """The layout of this name; raises KeyError."""
    return {layout.name: layout for layout in all_layouts()}[name]


def _from_toml(name: str, text: dict[str, Any]) -> Layout:
    signature = text.get("signature", {})
    elections = text.get("elections", {})
    return Layout(
        name=name,
        title=text["title"],
        needs=frozenset(signature.get("needs", ())),
        lacks=frozenset(signature.get("lacks", ())),
        columns={key: tuple(aliases) for key, aliases in text.get("columns", {}).items()},
        positions={int(place): key for place, key in text.get("positions", {}).items()},
        widths=tuple(signature.get("widths", ())),
        shapes={int(place): shape for place, shape in signature.get("shapes", {}).items()},
        elections=elections.get("heading", ""),
        election_dates=elections.get("dates", ""),
        reading={
            key: tuple(value) if isinstance(value, list) else value
            for key, value in text.get("reading", {}).items()
        },
    )
