"""Register files as councils' systems write them, with their encodings and oddities."""

from collections.abc import Callable, Iterable
from pathlib import Path

from groundswell.register.town.shapes import PretendElector
from groundswell.register.town.writing import democracy_counts, eros, xpress

LAYOUTS: dict[str, Callable[[Iterable[PretendElector], Path], int]] = {
    "xpress": xpress.write_register,
    "democracy-counts": democracy_counts.write_register,
    "eros": eros.write_register,
}
