"""Mail to those who answer cases: never anything about whoever raised it, only where to look."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from groundswell.common import clock
from groundswell.common.mail import put_in_outbox
from groundswell.contact.models import Case
from groundswell.members.models import Member


def tell_of_case(case: Case, to: Member, key: UUID) -> None:
    """Tell somebody that a case is theirs now."""
    url = reverse("contact:case", args=[case.constituency_id, case.pk])
    with override(to.language):
        put_in_outbox(
            key=f"case:{case.pk}:{key}",
            to=to.email,
            subject=_("A case is yours to answer"),
            body=_(
                "Somebody raised an issue with us, and you are asked to see to it by"
                " %(day)s.\n\n%(url)s\n"
            )
            % {"day": date_format(case.reply_by, "j F"), "url": _whole(url)},
        )


def tell_what_waits(to: Member, *, new: int, overdue: int, unnamed: int) -> None:
    """The day's digest for one person: their new and overdue cases, and those nobody has."""
    lines = []
    if overdue:
        lines.append(
            ngettext(
                "%(count)s case of yours is past its day.",
                "%(count)s cases of yours are past their day.",
                overdue,
            )
            % {"count": overdue}
        )
    if new:
        lines.append(
            ngettext("%(count)s case is new.", "%(count)s cases are new.", new) % {"count": new}
        )
    if unnamed:
        lines.append(
            ngettext(
                "%(count)s case in your area has nobody to answer it.",
                "%(count)s cases in your area have nobody to answer them.",
                unnamed,
            )
            % {"count": unnamed}
        )
    put_in_outbox(
        key=f"cases:{to.pk}:{clock.today().isoformat()}",
        to=to.email,
        subject=_("Cases that wait for you"),
        body="\n".join([*lines, "", _whole(reverse("contact:cases")), ""]),
    )


def _whole(path: str) -> str:
    return f"{settings.ENVIRONMENT.site_url}{path}"
