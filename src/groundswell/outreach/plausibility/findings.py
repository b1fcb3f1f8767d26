"""All rules over one caller's record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from groundswell.outreach.plausibility.contact_rate import contact_rate_finding
from groundswell.outreach.plausibility.doors import (
    Visit,
    distance_finding,
    door_pace_finding,
    visiting_hours_finding,
)
from groundswell.outreach.plausibility.hours import hours_finding
from groundswell.outreach.plausibility.pace import pace_finding
from groundswell.outreach.plausibility.record import CallerRecord, OthersRecord
from groundswell.outreach.plausibility.repetition import entropy_finding, run_finding


@dataclass(frozen=True)
class Finding:
    """One rule's alarm and the figures that it went by."""

    rule: str
    evidence: Mapping[str, float | str]


def findings(
    caller: CallerRecord, others: OthersRecord, within_hours: Callable[[datetime], bool]
) -> list[Finding]:
    """Every rule that finds this caller's results implausible; none for nearly every caller."""
    asked = {
        "contact_rate": contact_rate_finding(caller, others),
        "pace": pace_finding(caller),
        "same_answer_run": run_finding(caller, others),
        "same_answers": entropy_finding(caller, others),
        "out_of_hours": hours_finding(caller, within_hours),
    }
    return _found(asked)


def door_findings(
    doors: CallerRecord,
    visits: Sequence[Visit],
    others: OthersRecord,
    within_hours: Callable[[datetime], bool],
) -> list[Finding]:
    """The same for a visitor: ``doors`` has a result a door, ``visits`` their own taps."""
    asked = {
        "contact_rate": contact_rate_finding(doors, others),
        "same_answer_run": run_finding(doors, others),
        "same_answers": entropy_finding(doors, others),
        "door_pace": door_pace_finding(visits),
        "door_distance": distance_finding(visits),
        "out_of_hours": visiting_hours_finding(visits, within_hours),
    }
    return _found(asked)


def _found(asked: Mapping[str, Mapping[str, float | str] | None]) -> list[Finding]:
    return [Finding(rule, evidence) for rule, evidence in asked.items() if evidence is not None]
