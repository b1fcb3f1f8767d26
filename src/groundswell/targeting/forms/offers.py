"""What a builder for one area offers to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from groundswell.places.models import Area
from groundswell.targeting.queries import parties_in, tags_in
from groundswell.targeting.queries.areas import Part, parts_of
from groundswell.targeting.queries.offers import spellings_of


@dataclass(frozen=True, eq=False)
class Offers:
    """Asked of the database when a row needs it, and once only."""

    area: Area | None

    @cached_property
    def tags(self) -> list[str]:
        """The tags in use."""
        return tags_in(self.area) if self.area else []

    @cached_property
    def parties(self) -> list[str]:
        """The parties that electors are registered with (US)."""
        return parties_in(self.area) if self.area else []

    @cached_property
    def parts(self) -> list[Part]:
        """The wards, each with its polling districts."""
        return parts_of(self.area) if self.area else []

    def names(self, kind: str) -> Sequence[str]:
        """The names on offer for a kind of condition."""
        return (
            {"tag": self.tags, "party_registered": self.parties}[kind] if kind != "street" else []
        )

    def spellings_of(self, street: str) -> list[str]:
        """A street that was typed, in the register's spellings; empty where it has none."""
        return spellings_of(self.area, street) if self.area else []
