"""Rules that the channels share: plain Python, no Django."""

from groundswell.outreach.rules.after import Afterwards, afterwards
from groundswell.outreach.rules.hours import CallingHours, next_opening, within_hours
from groundswell.outreach.rules.households import Waiting, whole_households
from groundswell.outreach.rules.joining import may_claim_another, may_join
from groundswell.outreach.rules.showing import Candidate, Verdict, in_order, verdict

__all__ = [
    "Afterwards",
    "CallingHours",
    "Candidate",
    "Verdict",
    "Waiting",
    "afterwards",
    "in_order",
    "may_claim_another",
    "may_join",
    "next_opening",
    "verdict",
    "whole_households",
    "within_hours",
]
