"""What can be done with what telephones hand in."""

from groundswell.offline_app.commands.handing_in import hand_in_file
from groundswell.offline_app.commands.receiving import Delivery, Receipt, receive_records
from groundswell.offline_app.commands.shifts import ShiftBegun, begin_shift
from groundswell.offline_app.commands.taking_along import take_round_along

__all__ = [
    "Delivery",
    "Receipt",
    "ShiftBegun",
    "begin_shift",
    "hand_in_file",
    "receive_records",
    "take_round_along",
]
