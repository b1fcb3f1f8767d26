"""Parts above that keep rows beside the register's, called within the transaction that changes it.

An announcement comes after the commit; these do not, because a register without the rows that
others keep for it (an elector's state) could not be counted or called from for a moment.
"""

from collections.abc import Callable, Collection, Sequence

Applied = Callable[[Sequence[int], int], None]
DetailsChanged = Callable[[int, Collection[int] | None], None]
Destroyed = Callable[[Sequence[int]], None]

_on_apply: list[Applied] = []
_on_details_changed: list[DetailsChanged] = []
_on_destroyed: list[Destroyed] = []


def on_apply(keep: Applied) -> None:
    """Have ``keep(constituency_ids, import_id)`` called within every import's transaction."""
    if keep not in _on_apply:
        _on_apply.append(keep)


def on_details_changed(keep: DetailsChanged) -> None:
    """Have ``keep(constituency_id, elector_ids)`` called when numbers, consent or screening change.

    ``elector_ids`` None means everybody in the constituency.
    """
    if keep not in _on_details_changed:
        _on_details_changed.append(keep)


def on_destroyed(forget: Destroyed) -> None:
    """Have ``forget(constituency_ids)`` called when a supply is destroyed.

    It deletes what it keeps for electors of these constituencies that are no longer there.
    """
    if forget not in _on_destroyed:
        _on_destroyed.append(forget)


def tell_applied(constituency_ids: Sequence[int], import_id: int) -> None:
    """Call those that keep rows beside the register's; within the import's transaction."""
    for keep in _on_apply:
        keep(constituency_ids, import_id)


def tell_details_changed(constituency_id: int, elector_ids: Collection[int] | None = None) -> None:
    """Call those that keep who may be rung; within the changing command's transaction."""
    for keep in _on_details_changed:
        keep(constituency_id, elector_ids)


def tell_destroyed(constituency_ids: Sequence[int]) -> None:
    """Call those that keep rows for electors; within the destroying command's transaction."""
    for forget in _on_destroyed:
        forget(constituency_ids)
