"""Phone banks and rounds to which an event can be tied."""

from django.db.models import QuerySet
from django.utils.timezone import localtime

from groundswell.common import clock
from groundswell.events.models import Event
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths, in_areas
from groundswell.outreach.models import Effort


def efforts_to_tie(member: Member) -> QuerySet[Effort]:
    """Efforts not closed or over that the member organises, by name."""
    mine = in_areas("area", covered_paths(member, Role.Kind.ORGANISER))
    open_still = Effort.objects.filter(mine, ends_on__gte=clock.today())
    return open_still.exclude(state=Effort.State.CLOSED).order_by("name", "pk")


def effort_open_now(event: Event) -> Effort | None:
    """The effort tied to the event, on the day while it is open; for those who come."""
    effort = event.effort
    if effort is None or effort.state != Effort.State.OPEN:
        return None
    now = clock.local_now().date()
    first, last = (localtime(at).date() for at in (event.starts_at, event.ends_at))
    return effort if first <= now <= last else None
