"""Reports and what became of them; what is hidden; who wants nothing of whom; risks."""

from groundswell.moderation.models.reports import Appeal, Outcome, Report, Step
from groundswell.moderation.models.standing import Block, Hidden, RiskNote

__all__ = ["Appeal", "Block", "Hidden", "Outcome", "Report", "RiskNote", "Step"]
