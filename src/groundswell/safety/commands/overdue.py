"""Telling the organisers of somebody who should be back."""

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from groundswell.common import clock
from groundswell.common.mail import put_in_outbox
from groundswell.members.queries import holders_of
from groundswell.safety.models import Shift
from groundswell.safety.queries.doors import MINDERS
from groundswell.safety.queries.shifts import last_door_of
from groundswell.safety.rules import is_overdue


def tell_of_the_overdue() -> None:
    """Mail the area's organisers once of each shift that is overdue (the worker's round)."""
    now, hours = clock.now(), settings.ENVIRONMENT.shift_hours
    running = Shift.objects.filter(checked_out_at=None, overdue_told_at=None)
    for shift in running.select_related("member", "area"):
        _household, last_seen = last_door_of(shift)
        if not is_overdue(shift.checked_in_at, None, last_seen, hours, now):
            continue
        for one in holders_of(shift.area, *MINDERS).exclude(pk=shift.member_id):
            with override(one.language):
                put_in_outbox(
                    key=f"overdue:{shift.pk}:{one.pk}",
                    to=one.email,
                    subject=_("%(name)s should be back") % {"name": shift.member.name},
                    body=_(
                        "%(name)s checked in at %(time)s and has neither checked out nor recorded"
                        " a door for %(hours)s hours. Ring them or their buddy, then look at the"
                        " page “Who is out”.\n"
                    )
                    % {
                        "name": shift.member.name,
                        "time": date_format(shift.checked_in_at, "j F, H:i"),
                        "hours": hours,
                    },
                )
        shift.overdue_told_at = now
        shift.save(update_fields=["overdue_told_at"])
