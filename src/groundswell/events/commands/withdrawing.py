"""Taking back what has not been sent."""

from datetime import timedelta

from groundswell.common import clock
from groundswell.events.commands.posting import take_back
from groundswell.events.models import Event, Notice

_OVERTAKEN = (
    Notice.Kind.TWO_DAYS,
    Notice.Kind.DAY_BEFORE,
    Notice.Kind.MORNING,
    Notice.Kind.MOVED,
)
_MAY_BE_UNSENT = timedelta(days=2)


def withdraw_reminders(event: Event) -> int:
    """Withdraw reminders of an event that nobody has been sent yet; how many.

    Those that are not written are withdrawn in one statement; those written as mail lately are
    taken back from the mail that waits to go.
    """
    overtaken = event.notices.filter(kind__in=_OVERTAKEN)
    unwritten = overtaken.filter(state=Notice.State.WAITING).update(state=Notice.State.WITHDRAWN)
    lately = overtaken.filter(
        state=Notice.State.WRITTEN, written_at__gt=clock.now() - _MAY_BE_UNSENT
    )
    taken_back = take_back(list(lately.values_list("pk", flat=True)))
    Notice.objects.filter(pk__in=taken_back).update(state=Notice.State.WITHDRAWN)
    return unwritten + len(taken_back)
