"""What this part tells those above it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class UniverseChanged:
    """A universe selects other people from now on: its rule or its area was changed, or is new."""

    universe_id: int


@dataclass(frozen=True)
class UniverseRetired:
    """A universe is not to be chosen any more."""

    universe_id: int
