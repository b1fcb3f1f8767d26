"""Reminders of requests whose day is near, to those who answer for the area."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groundswell.common import clock, mail
from groundswell.members import queries as members
from groundswell.members.models import Member
from groundswell.privacy import queries, rules
from groundswell.privacy.models import SubjectRequest


def remind_of_requests() -> None:
    """Mail whoever answers for the area, once for each mark passed (run by the worker).

    The key of the mail names request, mark and reader, so that running again sends nothing twice.
    """
    furthest = clock.today() + timedelta(days=max(rules.REMINDERS))
    near = SubjectRequest.objects.filter(answered_at=None, due_on__lte=furthest)
    for request in near.select_related("area"):
        mark = rules.reminder_due(queries.days_left(request))
        for member in members.holders_of(request.area, *queries.FULL_RIGHTS):
            _remind(member, request, mark)


def _remind(member: Member, request: SubjectRequest, mark: int | None) -> None:
    if mark is None:
        return
    with translation.override(member.language):
        words = {
            "kind": request.get_kind_display(),
            "due": date_format(request.due_on),
            "link": f"{settings.SITE_URL}{reverse('privacy:request', args=[request.pk])}",
        }
        mail.put_in_outbox(
            key=f"subject-request-{request.pk}-{request.due_on}-{mark}-{member.pk}",
            to=member.email,
            subject=_("“%(kind)s”: answer by %(due)s") % words,
            body=_(
                "Somebody asked about their data (“%(kind)s”), and the law gives until %(due)s.\n\n"
                "%(link)s\n"
            )
            % words,
        )
