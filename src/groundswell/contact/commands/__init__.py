"""What can be done about attempts, states, scripts and canvass codes."""

from groundswell.contact.commands.calling import refresh_callable
from groundswell.contact.commands.correcting import Correction, correct_attempt
from groundswell.contact.commands.holding import hold_results, reject_results, release_results
from groundswell.contact.commands.keeping_states import keep_states, keep_states_for_register
from groundswell.contact.commands.rebuilding import rebuild_state
from groundswell.contact.commands.recording import record_attempts
from groundswell.contact.commands.undoing import undo_attempt
from groundswell.contact.rules.results import AnswerGiven, AttemptResult, Receipt, Stored

__all__ = [
    "AnswerGiven",
    "AttemptResult",
    "Correction",
    "Receipt",
    "Stored",
    "correct_attempt",
    "hold_results",
    "keep_states",
    "keep_states_for_register",
    "rebuild_state",
    "record_attempts",
    "refresh_callable",
    "reject_results",
    "release_results",
    "undo_attempt",
]
