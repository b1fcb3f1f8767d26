"""What has waited longer than was promised."""

from django.db import transaction

from groundswell.common import clock
from groundswell.moderation.commands.telling import tell_answerers, tell_deciders
from groundswell.moderation.models import Appeal, Outcome, Report

_AT_A_TIME = 300


def tell_of_what_is_late() -> None:
    """Tell everybody who may decide now, as more may once the day has passed (worker's round).

    Each is told once: a mail goes under one key however often it is written.
    """
    now = clock.now()
    reports = Report.objects.filter(outcome=Outcome.OPEN, due_at__lte=now)
    appeals = Appeal.objects.filter(answer=Appeal.Answer.OPEN, due_at__lte=now)
    for report in reports.order_by("-due_at")[:_AT_A_TIME]:
        with transaction.atomic():
            tell_deciders(report, late=True)
    for appeal in appeals.select_related("report").order_by("-due_at")[:_AT_A_TIME]:
        with transaction.atomic():
            tell_answerers(appeal, late=True)
