"""Rules for whom to contact: what they may say, and the SQL they become. No Django here."""

from groundswell.targeting.rules.checking import Trouble, WrongRule, checked
from groundswell.targeting.rules.eligibility import Clause
from groundswell.targeting.rules.kinds import KINDS, UNKNOWN, Match
from groundswell.targeting.rules.sql import Asked, Within, compiled

__all__ = [
    "KINDS",
    "UNKNOWN",
    "Asked",
    "Clause",
    "Match",
    "Trouble",
    "Within",
    "WrongRule",
    "checked",
    "compiled",
]
