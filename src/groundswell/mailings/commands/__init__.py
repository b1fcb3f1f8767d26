"""What can be done about mail to members."""

from groundswell.mailings.commands.wishes import agree_if_ticked, choose, stop_address
from groundswell.mailings.commands.writing import LetterTo, withdraw, write_to, write_to_all

__all__ = [
    "LetterTo",
    "agree_if_ticked",
    "choose",
    "stop_address",
    "withdraw",
    "write_to",
    "write_to_all",
]
