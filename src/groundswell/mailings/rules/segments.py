"""Whom a mailing is for, beside having agreed and living in its area."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Chosen:
    """All of these must hold; what is empty asks nothing.

    ``places``: ids of areas within the mailing's own. ``interests``: any of these ids.
    ``standings``: any of these. ``deed``: the name of a kind of deed, done (or, with ``did``
    False, not done) within the last ``days`` days.
    """

    places: list[int] = field(default_factory=list)
    interests: list[int] = field(default_factory=list)
    standings: list[str] = field(default_factory=list)
    deed: str = ""
    did: bool = True
    days: int = 30

    def kept(self) -> dict[str, Any]:
        """As a row keeps it."""
        return asdict(self)


def chosen_from(kept: Mapping[str, Any]) -> Chosen:
    """As a row kept it, perhaps by an older version."""
    known = Chosen.__dataclass_fields__
    return Chosen(**{name: value for name, value in kept.items() if name in known})
