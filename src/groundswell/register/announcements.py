"""What the register tells the parts above, after the commit."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class RegisterChanged:
    """An import was applied; these constituencies have new, changed or closed electors."""

    import_id: int
    constituency_ids: tuple[int, ...]


@dataclass(frozen=True)
class ElectorsJoined:
    """Two rows turned out to be one person: one is kept, the other closed, ``person`` is shared.

    Where the rows lie in two constituencies the newer is kept, as a row never changes its own.
    """

    constituency_id: int
    kept_elector_id: int
    closed_constituency_id: int
    closed_elector_id: int
    person: UUID


@dataclass(frozen=True)
class SupplyDestroyed:
    """What rested on a supply is gone; rows kept for electors that are no more must go too."""

    supply_id: int
    constituency_ids: tuple[int, ...]
