"""What can be asked about doors, shifts and calls for help."""

from groundswell.safety.queries.doors import (
    access_notes,
    door_note_for,
    door_notes_for,
    doors_not_to_send,
    safety_notes,
)
from groundswell.safety.queries.shifts import (
    Out,
    current_shift,
    help_call_for,
    help_calls,
    who_is_out,
)

__all__ = [
    "Out",
    "access_notes",
    "current_shift",
    "door_note_for",
    "door_notes_for",
    "doors_not_to_send",
    "help_call_for",
    "help_calls",
    "safety_notes",
    "who_is_out",
]
