"""The attempts that count: neither voided by a correction nor held, as the rules fold them."""

from collections.abc import Collection, Iterator
from itertools import islice
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from groundswell.contact.models import Answer, Attempt, HeldResults
from groundswell.contact.rules.folding import Counted

AT_A_TIME = 1000

_FIELDS = (
    "elector_id",
    "household_id",
    "ward_id",
    "polling_district_id",
    "branch_id",
    "effort_id",
    "channel",
    "outcome",
    "made_at",
    "detail",
    "call_back_at",
)
_NOTHING: tuple[bool, str, int | None] = (False, "", None)


def voided() -> Exists:
    """Whether another row voids the attempt."""
    return Exists(
        Attempt.objects.filter(
            constituency=OuterRef("constituency"), voids=OuterRef("id_on_device")
        )
    )


def held() -> Exists:
    """Whether the attempt's results are held, or were rejected."""
    return Exists(
        HeldResults.objects.filter(
            Q(after=None) | Q(after__lt=OuterRef("recorded_at")),
            Q(rejected_at=None) | Q(rejected_at__gte=OuterRef("recorded_at")),
            member=OuterRef("member"),
            effort_id=OuterRef("effort_id"),
            released_at=None,
        )
    )


def standing_attempts(constituency_id: int) -> QuerySet[Attempt]:
    """The attempts of a constituency that nobody voided, in the order of recording."""
    return (
        Attempt.objects.filter(~voided(), constituency=constituency_id)
        .exclude(outcome="")
        .order_by("pk")
    )


def attempts_that_count(constituency_id: int) -> QuerySet[Attempt]:
    """Those of them that are not held either."""
    return standing_attempts(constituency_id).filter(~held())


def attempts_on(
    constituency_id: int, elector_ids: Collection[int], household_ids: Collection[int]
) -> QuerySet[Attempt]:
    """Those that count and were on these electors, or on anybody at these households."""
    return attempts_that_count(constituency_id).filter(
        Q(elector__in=elector_ids) | Q(household__in=household_ids)
    )


def counted(attempts: QuerySet[Attempt]) -> Iterator[Counted]:
    """The attempts as the rules know them, with what was answered, in the same order."""
    rows = attempts.values_list("constituency_id", "id_on_device", *_FIELDS).iterator()
    while part := list(islice(rows, AT_A_TIME)):
        told = _told(part[0][0], [row[1] for row in part])
        for row in part:
            answered, meaning, code = told.get(row[1], _NOTHING)
            attempt = dict(zip(_FIELDS, row[2:], strict=True))
            yield Counted(**attempt, answered=answered, meaning=meaning, canvass_code_id=code)


def _told(constituency_id: int, attempts: list[UUID]) -> dict[UUID, tuple[bool, str, int | None]]:
    """What was answered in each: that something was, and the last voting intention."""
    told: dict[UUID, tuple[bool, str, int | None]] = {}
    answers = Answer.objects.filter(
        constituency=constituency_id, attempt_id_on_device__in=attempts
    ).order_by("pk")
    for one, meaning, code in answers.values_list(
        "attempt_id_on_device", "meaning", "canvass_code_id"
    ):
        if meaning or one not in told:
            told[one] = (True, meaning, code)
    return told
