"""What the channels share: efforts, batches claimed from them, and safeguards."""

from groundswell.outreach.models.efforts import Effort, EffortQueue, Participation
from groundswell.outreach.models.queues import Assignment, Batch, HouseholdHold
from groundswell.outreach.models.safeguards import Flag, VisitTrace

__all__ = [
    "Assignment",
    "Batch",
    "Effort",
    "EffortQueue",
    "Flag",
    "HouseholdHold",
    "Participation",
    "VisitTrace",
]
