"""What can be done about cases and offers."""

from groundswell.contact.commands.casework.cases import (
    close_case,
    hand_case,
    note_on_case,
    open_case,
    reopen_case,
    reply_to_case,
)
from groundswell.contact.commands.casework.forgetting import forget_old_casework
from groundswell.contact.commands.casework.offers import finish_offer, hand_offer, take_offer
from groundswell.contact.commands.casework.reminding import remind_of_cases
from groundswell.contact.commands.casework.telling import record_said, withdraw_said

__all__ = [
    "close_case",
    "finish_offer",
    "forget_old_casework",
    "hand_case",
    "hand_offer",
    "note_on_case",
    "open_case",
    "record_said",
    "remind_of_cases",
    "reopen_case",
    "reply_to_case",
    "take_offer",
    "withdraw_said",
]
