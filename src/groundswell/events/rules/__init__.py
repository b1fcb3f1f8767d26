"""What holds for events whatever is kept where: levels of hosts, times of reminders, the line."""

from groundswell.events.rules.levels import Level, Limits, limits_of
from groundswell.events.rules.nearness import rough

__all__ = ["Level", "Limits", "limits_of", "rough"]
