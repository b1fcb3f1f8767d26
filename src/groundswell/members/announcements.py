"""What this part announces."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MemberBarred:
    """Somebody is kept out from now on: their batches come back, their results are held."""

    member_id: int
    by_id: int | None
    reason: str


@dataclass(frozen=True)
class MemberLeft:
    """Somebody left: their row is empty from now on."""

    member_id: int


@dataclass(frozen=True)
class BarLifted:
    """Somebody may take part again; what was held stays held until a person decides."""

    member_id: int
    by_id: int | None
