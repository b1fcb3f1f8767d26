"""Work that takes long or fails: rows hold its state, and a reconciler moves the rows on.

A reconciler looks for rows that are due and does them; it may be killed at any moment and run
again. There is no queue beside the rows: the worker looks every few seconds.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reconciler:
    """A function that brings rows to where they should be, run every ``seconds``."""

    name: str
    run: Callable[[], None]
    seconds: int


_reconcilers: dict[str, Reconciler] = {}


def reconcile_every(seconds: int, name: str, run: Callable[[], None]) -> None:
    """Have the worker call ``run`` every so many seconds; called in a part's ``apps.ready``."""
    _reconcilers[name] = Reconciler(name=name, run=run, seconds=seconds)


def reconcilers() -> list[Reconciler]:
    """All that were registered."""
    return list(_reconcilers.values())


def run(name: str) -> None:
    """Run the reconciler now; trouble is logged, and the rows wait for the next turn."""
    try:
        _reconcilers[name].run()
    except Exception:  # noqa: BLE001 - one reconciler's trouble must not stop the others
        _log.exception("The reconciler %s stopped; its rows are tried again", name)
