"""An event that is tied to a phone bank or round opens it on the day."""

from datetime import timedelta

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.events.models import Event
from groundswell.outreach.commands import open_effort
from groundswell.outreach.models import Effort

BEFORE = timedelta(minutes=15)


def open_what_begins() -> int:
    """Open each effort that is not open yet and whose event begins; how many. Safe to repeat.

    One that an organiser paused or closed stays as they left it.
    """
    now = clock.now()
    begins = Event.objects.filter(
        state=Event.State.PUBLISHED,
        starts_at__lte=now + BEFORE,
        ends_at__gt=now,
        effort__state=Effort.State.DRAFT,
    ).select_related("effort")
    opened = 0
    for event in begins:
        if event.effort is None:
            continue
        try:
            open_effort(by=None, effort=event.effort)
        except Refused:  # its own last day has passed: its organiser changes that
            continue
        opened += 1
    return opened
