"""Reporting, hiding, deciding, appealing; blocking; writing risks down."""

from groundswell.moderation.commands.appeals import answer_appeal, appeal
from groundswell.moderation.commands.blocks import block, unblock
from groundswell.moderation.commands.decisions import decide, hide_for_now, show_again
from groundswell.moderation.commands.late import tell_of_what_is_late
from groundswell.moderation.commands.reports import report
from groundswell.moderation.commands.risks import write_risk_note

__all__ = [
    "answer_appeal",
    "appeal",
    "block",
    "decide",
    "hide_for_now",
    "report",
    "show_again",
    "tell_of_what_is_late",
    "unblock",
    "write_risk_note",
]
