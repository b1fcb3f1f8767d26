"""The attempts that count: neither voided by a correction nor held, as the rules fold them."""

from collections.abc import Collection, Iterator

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from groundswell.contact.models import Answer, Attempt, HeldResults
from groundswell.contact.rules.folding import Counted

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
    opinions = _answers().exclude(meaning="").order_by("-pk")
    rows = attempts.values_list(
        *_FIELDS,
        Exists(_answers()),
        Coalesce(Subquery(opinions.values("meaning")[:1]), Value("")),
        Subquery(opinions.values("canvass_code_id")[:1]),
    )
    for row in rows.iterator():
        yield Counted(*row)


def _answers() -> QuerySet[Answer]:
    return Answer.objects.filter(
        constituency=OuterRef("constituency"), attempt_id_on_device=OuterRef("id_on_device")
    )
