"""What can be done with universes."""

from groundswell.targeting.commands.exporting import ExportFile, export_universe
from groundswell.targeting.commands.refreshing import refresh_counts, refresh_what_is_due
from groundswell.targeting.commands.retiring import retire_universe
from groundswell.targeting.commands.saving import save_universe

__all__ = [
    "ExportFile",
    "export_universe",
    "refresh_counts",
    "refresh_what_is_due",
    "retire_universe",
    "save_universe",
]
