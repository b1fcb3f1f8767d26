"""What can be done about attempts, states, scripts and canvass codes."""

from groundswell.contact.commands.calling import refresh_callable
from groundswell.contact.commands.canvass_codes import (
    move_canvass_code,
    restore_canvass_code,
    retire_canvass_code,
    save_canvass_code,
)
from groundswell.contact.commands.casework import record_said, withdraw_said
from groundswell.contact.commands.correcting import Correction, correct_attempt
from groundswell.contact.commands.expiring import expire_words
from groundswell.contact.commands.forgetting import forget_person, forget_the_destroyed
from groundswell.contact.commands.holding import hold_results, reject_results, release_results
from groundswell.contact.commands.keeping_states import keep_states, keep_states_for_register
from groundswell.contact.commands.rebuilding import rebuild_state
from groundswell.contact.commands.recording import record_attempts
from groundswell.contact.commands.scripts import retire_script, save_script
from groundswell.contact.commands.undoing import undo_attempt
from groundswell.contact.rules.results import AnswerGiven, AttemptResult, Receipt, Stored
from groundswell.contact.rules.said import Said

__all__ = [
    "AnswerGiven",
    "AttemptResult",
    "Correction",
    "Receipt",
    "Said",
    "Stored",
    "correct_attempt",
    "expire_words",
    "forget_person",
    "forget_the_destroyed",
    "hold_results",
    "keep_states",
    "keep_states_for_register",
    "move_canvass_code",
    "rebuild_state",
    "record_attempts",
    "record_said",
    "refresh_callable",
    "reject_results",
    "release_results",
    "restore_canvass_code",
    "retire_canvass_code",
    "retire_script",
    "save_canvass_code",
    "save_script",
    "undo_attempt",
    "withdraw_said",
]
