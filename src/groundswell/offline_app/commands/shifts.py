"""Beginning a shift on a telephone."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.offline_app.providers.shift_keys import ShiftKeys, shift_keys
from groundswell.offline_app.queries.passes import pass_for
from groundswell.offline_app.rules.shifts import (
    WIPE_AFTER_DAYS,
    may_have_key_of,
    shift_day,
    shift_until,
)


@dataclass(frozen=True)
class ShiftBegun:
    """The keys of a day, and when the telephone forgets them and what it took along."""

    day: date
    keys: ShiftKeys
    app_pass: str
    until: datetime
    wipe_after_days: int


def begin_shift(*, by: Member, device: str, day: date | None = None) -> ShiftBegun:
    """The keys for ``by`` on this telephone; asked again on the same day, the same keys.

    With ``day``: those of an earlier one, to open what was sealed then and hand it in. Refused
    after sixty days, and to whoever is barred.
    """
    if not by.is_active:
        raise Refused(_("This account is closed, so nothing can be opened with it."))
    local = clock.local_now()
    today = shift_day(local)
    if day is not None and not may_have_key_of(day, today):
        raise Refused(_("That was sealed too long ago to be opened. Tell your organiser."))
    write_audit_line(
        by=by.pk,
        action="offline_app.begin_shift",
        subject=f"member:{by.pk}",
        details={"device": device, "day": (day or today).isoformat()},
    )
    return ShiftBegun(
        day=day or today,
        keys=shift_keys(by.pk, device, day or today),
        app_pass=pass_for(by),
        until=shift_until(local),
        wipe_after_days=WIPE_AFTER_DAYS,
    )
