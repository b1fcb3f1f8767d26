"""How far an import is, on a bar in the terminal."""

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from groundswell.register.work_folder import HowFar, Watch


class TerminalWatch(Watch):
    """Tells how far it is on a bar in the terminal as well."""

    def __init__(self, import_id: int | str, bar: Progress) -> None:
        super().__init__(import_id)
        self._bar = bar
        self._task = bar.add_task("", total=None)

    def show(self, now: HowFar) -> None:
        """Draw the bar."""
        self._bar.update(
            self._task, description=now.step, completed=now.done, total=now.total or None
        )


def bar() -> Progress:
    """The bar, with what is done now, how much of it, and for how long."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    )


def show_counts(title: str, counts: Iterable[tuple[str, int]]) -> None:
    """A table of what was found and done."""
    table = Table(title=title)
    table.add_column("")
    table.add_column("rows", justify="right")
    for name, count in counts:
        table.add_row(name.replace("_", " "), f"{count:,}")
    Console(file=sys.stdout).print(table)
