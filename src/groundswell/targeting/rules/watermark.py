"""What makes a downloaded list name its maker: on every row, so that a part of it does too."""

from uuid import UUID


def code_of(export: UUID) -> str:
    """The export in eight letters and digits, as on its rows and in the audit trail."""
    return export.hex[-8:].upper()


def row_mark(export: UUID, place: int) -> str:
    """The mark on one row: which export, and which row of it."""
    return f"{code_of(export)}-{place:05d}"
