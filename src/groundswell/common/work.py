"""Work that takes long or fails: rows hold its state, and a reconciler moves the rows on.

A reconciler looks for rows that are due and does them; it may be killed at any moment and run
again. There is no queue beside the rows: the worker looks every few seconds. What may take minutes
says so (``when``) and is done in a process of its own.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from groundswell.common.apart import Apart

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reconciler:
    """A function that brings rows to where they should be, run every ``seconds``.

    With ``when`` it is run in a process of its own, whenever ``when`` says that rows are due.
    """

    name: str
    run: Callable[[], object]
    seconds: int
    when: Callable[[], bool] | None = None


_reconcilers: dict[str, Reconciler] = {}


def reconcile_every(
    seconds: int, name: str, run: Callable[[], object], *, when: Callable[[], bool] | None = None
) -> None:
    """Have the worker call ``run`` every so many seconds; called in a part's ``apps.ready``.

    Give ``when``, a quick look whether anything is due, to work that may take minutes: it gets a
    process of its own, and nothing else of the worker waits for it.
    """
    _reconcilers[name] = Reconciler(name=name, run=run, seconds=seconds, when=when)


def reconcilers() -> list[Reconciler]:
    """All that were registered."""
    return list(_reconcilers.values())


def turn(reconciler: Reconciler, apart: Apart) -> None:
    """The worker's turn with a reconciler: run here, or begun apart where rows are due for it."""
    if reconciler.when is None:
        run(reconciler.name)
        return
    try:
        if reconciler.name not in apart.running() and reconciler.when():
            apart.begin(reconciler.name)
    except Exception:  # noqa: BLE001 - the worker asks the others, and this one again
        _log.exception("Whether %s has work is not known; it is asked again", reconciler.name)


def run(name: str) -> None:
    """Run the reconciler now and here; trouble is logged, and the rows wait for the next turn."""
    try:
        _reconcilers[name].run()
    except Exception:  # noqa: BLE001 - one reconciler's trouble must not stop the others
        _log.exception("The reconciler %s stopped; its rows are tried again", name)
