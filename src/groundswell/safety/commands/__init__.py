"""What can be done to keep people safe."""

from groundswell.safety.commands.doors import add_door_note, confirm_door_note, end_door_note
from groundswell.safety.commands.forgetting import forget_what_is_old
from groundswell.safety.commands.helping import answer_help, call_for_help, end_help
from groundswell.safety.commands.overdue import tell_of_the_overdue
from groundswell.safety.commands.shifts import bring_home, check_in, check_out, name_buddy

__all__ = [
    "add_door_note",
    "answer_help",
    "bring_home",
    "call_for_help",
    "check_in",
    "check_out",
    "confirm_door_note",
    "end_door_note",
    "end_help",
    "forget_what_is_old",
    "name_buddy",
    "tell_of_the_overdue",
]
