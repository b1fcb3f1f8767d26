"""Notes on doors, shifts of people who are out, and calls for help."""

from groundswell.safety.models.doors import DoorNote
from groundswell.safety.models.shifts import HelpCall, Shift, ShiftEvent

__all__ = ["DoorNote", "HelpCall", "Shift", "ShiftEvent"]
