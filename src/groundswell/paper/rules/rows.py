"""Ids that come out the same however often a cell is keyed."""

from uuid import UUID, uuid5

_CELLS = UUID("6f1d7a0e-6a0b-5c53-9a9e-3d6a0c8f5e21")


def result_id(printing_code: str, row: int, visit: int, revision: int) -> UUID:
    """The id of the result in one cell: the same cell and revision, the same id (RFC 9562, 5.5)."""
    return uuid5(_CELLS, f"{printing_code}/{row}/{visit}/{revision}")


def said_id(result: UUID, kind: str) -> UUID:
    """The id of something asked for beside a result."""
    return uuid5(result, kind)
