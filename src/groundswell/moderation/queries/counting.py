"""How reports were dealt with, in numbers that everybody may see."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median

from groundswell.common import clock
from groundswell.moderation.models import Appeal, Outcome, Report


@dataclass(frozen=True)
class ReasonCount:
    """Reports for one reason."""

    label: str
    reports: int
    taken_down: int


@dataclass(frozen=True)
class Figures:
    """Reports and appeals since a day: how many, how quickly, how they ended."""

    reports: int = 0
    waiting: int = 0
    overdue: int = 0
    kept: int = 0
    taken_down: int = 0
    in_time: int = 0
    median_hours: float | None = None
    appeals: int = 0
    changed: int = 0
    reasons: list[ReasonCount] = field(default_factory=list)

    @property
    def decided(self) -> int:
        """Reports with a decision."""
        return self.kept + self.taken_down


def figures(since: datetime) -> Figures:
    """What was reported since then; numbers only, of all groups together."""
    rows = list(
        Report.objects.filter(made_at__gte=since).values_list(
            "reason", "outcome", "made_at", "due_at", "decided_at"
        )
    )
    ended = [(made, due, decided) for _r, _o, made, due, decided in rows if decided is not None]
    outcomes = Counter(outcome for _reason, outcome, *_times in rows)
    hours = [(decided - made).total_seconds() / 3600 for made, _due, decided in ended]
    appeals = Appeal.objects.filter(made_at__gte=since)
    return Figures(
        reports=len(rows),
        waiting=outcomes[Outcome.OPEN],
        overdue=sum(row[1] == Outcome.OPEN and row[3] < clock.now() for row in rows),
        kept=outcomes[Outcome.KEPT],
        taken_down=outcomes[Outcome.HIDDEN],
        in_time=sum(decided <= due for _made, due, decided in ended),
        median_hours=median(hours) if hours else None,
        appeals=appeals.count(),
        changed=appeals.filter(answer=Appeal.Answer.CHANGED).count(),
        reasons=_by_reason([(row[0], row[1]) for row in rows]),
    )


def _by_reason(rows: list[tuple[str, str]]) -> list[ReasonCount]:
    reports = Counter(reason for reason, _outcome in rows)
    down = Counter(reason for reason, outcome in rows if outcome == Outcome.HIDDEN)
    return [
        ReasonCount(str(reason.label), reports[reason], down[reason])
        for reason in Report.Reason
        if reports[reason]
    ]
