"""What is kept of events: the event, its exact place apart, who comes, who hosts, what was told."""

from groundswell.events.models.events import Event, Place, RoleNeeded, Shift
from groundswell.events.models.hosting import HostDecision
from groundswell.events.models.lifts import Lift, LiftMatch
from groundswell.events.models.sign_ups import Feedback, SignUp
from groundswell.events.models.telling import LadderStep, Notice, ReminderWords

__all__ = [
    "Event",
    "Feedback",
    "HostDecision",
    "LadderStep",
    "Lift",
    "LiftMatch",
    "Notice",
    "Place",
    "ReminderWords",
    "RoleNeeded",
    "Shift",
    "SignUp",
]
