"""The table of who may see what: one row for each address and API route, in ``rows/*.toml``.

A row names an address as Django does, the arguments it takes from the town, and for each method
the roles that are let in. Everybody else must be turned away.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import Any

from tests.town import CAST, Town

ROWS = Path(__file__).parent / "rows"
METHODS = ("get", "post", "put", "patch", "delete")
ROLES = ("anonymous", *CAST)
_SIGNED_IN = frozenset(CAST) - {"barred"}
_GROUPS = {
    "everyone": frozenset(ROLES),
    "signed-in": _SIGNED_IN,
    "nobody": frozenset[str](),
    # Whoever answers for the town, with the second factor done.
    "staff": frozenset({"organiser", "data_manager", "agent", "headquarters"}),
}
_KEYS = {"url", "args", "send", "json", "query", "refusal", "any_method", "seen_by", *METHODS}


@dataclass(frozen=True)
class Row:
    """One address: who is let in with which method, and what is sent."""

    url: str
    let_in: dict[str, frozenset[str]]
    args: dict[str, str] = field(default_factory=dict)
    send: dict[str, Any] = field(default_factory=dict)
    json: dict[str, Any] | None = None
    query: dict[str, Any] = field(default_factory=dict)
    # Statuses that mean "not you" on this page beside the usual ones (say 409 or 422).
    refusal: frozenset[int] = frozenset()
    # A page of a library's, which answers every method alike.
    any_method: bool = False
    # Whose view of the page is looked at in a browser, where it is not the usual one.
    seen_by: str = ""

    def arguments(self, town: Town) -> dict[str, Any]:
        """The address's arguments, from what there is in the town."""
        return {name: attrgetter(path)(town) for name, path in self.args.items()}


def rows() -> Iterator[Row]:
    """Every row of every part."""
    for part in sorted(ROWS.glob("*.toml")):
        yield from rows_in(part)


def rows_in(part: Path) -> Iterator[Row]:
    """The rows of one part's file."""
    for entry in tomllib.loads(part.read_text())["row"]:
        yield _row(entry, part.name)


def filled_in(value: Any, town: Town) -> Any:
    """What is sent, with each text ``"@effort.pk"`` replaced by what it names in the town."""
    if isinstance(value, dict):
        return {key: filled_in(inner, town) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled_in(inner, town) for inner in value]
    if isinstance(value, str) and value.startswith("@"):
        return attrgetter(value[1:])(town)
    return value


def _row(entry: dict[str, Any], where: str) -> Row:
    unknown = set(entry) - _KEYS
    if unknown:
        raise ValueError(f"{where}: {entry['url']} has unknown keys {sorted(unknown)}")
    let_in = {method: _roles(entry[method], where) for method in METHODS if method in entry}
    if not let_in:
        raise ValueError(f"{where}: {entry['url']} names no method")
    rest = {
        key: entry[key]
        for key in ("args", "send", "json", "query", "any_method", "seen_by")
        if key in entry
    }
    return Row(entry["url"], let_in, **rest, refusal=frozenset(entry.get("refusal", [])))


def _roles(words: str, where: str) -> frozenset[str]:
    """The roles named: groups and single roles, ``-role`` leaving one out."""
    found: frozenset[str] = frozenset()
    for word in words.split():
        name = word.removeprefix("-")
        if name not in _GROUPS and name not in ROLES:
            raise ValueError(f"{where}: there is no role or group {name!r}")
        meant = _GROUPS.get(name, frozenset({name}))
        found = found - meant if word.startswith("-") else found | meant
    return found
