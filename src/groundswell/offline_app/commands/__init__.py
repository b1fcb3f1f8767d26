"""What can be done with what telephones hand in."""

from groundswell.offline_app.commands.forgetting import (
    forget_old_records,
    forget_person,
    forget_the_destroyed,
)
from groundswell.offline_app.commands.handing_in import hand_in_file
from groundswell.offline_app.commands.receiving import Delivery, Receipt, receive_records
from groundswell.offline_app.commands.recounting import Recounted, recount_inbox
from groundswell.offline_app.commands.settling import (
    apply_again,
    set_aside,
    settle_the_forgotten,
    try_again_due,
    try_again_what_waits,
)
from groundswell.offline_app.commands.shifts import ShiftBegun, begin_shift
from groundswell.offline_app.commands.taking_along import take_round_along

__all__ = [
    "Delivery",
    "Receipt",
    "Recounted",
    "ShiftBegun",
    "apply_again",
    "begin_shift",
    "forget_old_records",
    "forget_person",
    "forget_the_destroyed",
    "hand_in_file",
    "receive_records",
    "recount_inbox",
    "set_aside",
    "settle_the_forgotten",
    "take_round_along",
    "try_again_due",
    "try_again_what_waits",
]
