"""What can be done with turf, rounds and what was heard at their doors."""

from groundswell.doorstep.commands.booking import (
    book_round,
    finish_round,
    hand_out_round,
    join_round,
    return_round,
)
from groundswell.doorstep.commands.coming_back import (
    expire_due_rounds,
    withdraw_from,
    withdraw_stray_rounds,
)
from groundswell.doorstep.commands.cutting import (
    cut_by_size,
    cut_by_streets,
    cut_drawn,
    withdraw_round,
)
from groundswell.doorstep.commands.forgetting import forget_old_rounds, forget_person
from groundswell.doorstep.commands.ordering import fix_street_order
from groundswell.doorstep.commands.results import record_door_results, undo_door_result
from groundswell.doorstep.commands.showing import show_walk
from groundswell.doorstep.rules.results import DoorResult, DoorsRecorded, Said, Where

__all__ = [
    "DoorResult",
    "DoorsRecorded",
    "Said",
    "Where",
    "book_round",
    "cut_by_size",
    "cut_by_streets",
    "cut_drawn",
    "expire_due_rounds",
    "finish_round",
    "fix_street_order",
    "forget_old_rounds",
    "forget_person",
    "hand_out_round",
    "join_round",
    "record_door_results",
    "return_round",
    "show_walk",
    "undo_door_result",
    "withdraw_from",
    "withdraw_round",
    "withdraw_stray_rounds",
]
