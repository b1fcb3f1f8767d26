"""Counts as a page shows them: each number with its words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from groundswell.targeting.queries import UniverseCounts
from groundswell.targeting.rules.eligibility import Reason

REASONS: Mapping[str, Any] = {
    Reason.DO_NOT_CONTACT: _("asked not to be contacted"),
    Reason.RESTING: _("contacted or tried lately"),
    Reason.NO_CALLS: _("asked not to be rung"),
    Reason.NO_NUMBER: _("no number"),
    Reason.TPS: _("on the Telephone Preference Service, without consent of their own"),
    Reason.UNSCREENED: _("number not checked against the Telephone Preference Service of late"),
}


@dataclass(frozen=True)
class ShownCounts:
    """The counts, and the reasons that hold for anybody with how many they hold for."""

    counts: UniverseCounts
    left_out: list[tuple[int, Any]]
    not_callable: list[tuple[int, Any]]
    all_left_out: int


def shown_counts(counts: UniverseCounts) -> ShownCounts:
    """The counts with words, reasons that hold for nobody left away."""
    return ShownCounts(
        counts=counts,
        left_out=_worded(counts.left_out),
        not_callable=_worded(counts.not_callable),
        all_left_out=sum(counts.left_out.values()),
    )


def _worded(numbers: Mapping[str, int]) -> list[tuple[int, Any]]:
    return [(number, REASONS[reason]) for reason, number in numbers.items() if number]
