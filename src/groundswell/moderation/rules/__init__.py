"""How quickly a report is looked at, and how much a new account may post."""

from groundswell.moderation.rules.deadlines import due_at
from groundswell.moderation.rules.limits import FirstDays, Limits, allowance

__all__ = ["FirstDays", "Limits", "allowance", "due_at"]
