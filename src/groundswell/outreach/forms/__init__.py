"""What organisers and callers fill in about efforts."""

from groundswell.outreach.forms.decisions import DecisionForm, ReplyForm
from groundswell.outreach.forms.plan import EffortForm

__all__ = ["DecisionForm", "EffortForm", "ReplyForm"]
