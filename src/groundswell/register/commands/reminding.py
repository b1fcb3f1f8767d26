"""Reminders that a supplied register is to be destroyed, to those who manage its data."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groundswell.common import clock, mail
from groundswell.members.models import Member, Role
from groundswell.members.queries import holders_of
from groundswell.register.models import SupplyRecord
from groundswell.register.queries import supplies_for
from groundswell.register.rules.destruction import BEFORE, reminder_due


def remind_of_destruction() -> None:
    """Mail each data manager of a supply once for each mark passed (run by the worker).

    The key of the mail names supply, day, mark and reader, so that running again sends nothing
    twice.
    """
    soon = clock.today() + timedelta(days=max(BEFORE))
    near = SupplyRecord.objects.filter(destroyed_at=None, destroy_by__lte=soon)
    if not near.exists():
        return
    for member in holders_of(None, Role.Kind.DATA_MANAGER):
        for supply in supplies_for(member).filter(pk__in=near.values("pk")):
            _remind(member, supply)


def _remind(member: Member, supply: SupplyRecord) -> None:
    mark = reminder_due((supply.destroy_by - clock.today()).days)
    if mark is None:
        return
    with translation.override(member.language):
        words = {
            "area": supply.area.name,
            "body": supply.entitled_body,
            "day": date_format(supply.destroy_by),
            "link": f"{settings.SITE_URL}{reverse('register:supply', args=[supply.pk])}",
        }
        mail.put_in_outbox(
            key=f"destroy-supply-{supply.pk}-{supply.destroy_by}-{mark}-{member.pk}",
            to=member.email,
            subject=_("Register of %(area)s: to be destroyed by %(day)s") % words,
            body=_(
                "The register of %(area)s that was supplied to %(body)s is to be destroyed by "
                "%(day)s. If it has another purpose since, import it under a supply of its own "
                "first.\n\n%(link)s\n"
            )
            % words,
        )
