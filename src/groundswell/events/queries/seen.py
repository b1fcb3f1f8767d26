"""Which events somebody sees. Rows of ``Event`` carry nothing that is not for everybody."""

from django.db.models import Q, QuerySet

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.events.models import Event, SignUp
from groundswell.events.queries.judging import may_judge
from groundswell.groups.models import Group
from groundswell.members.models import Member
from groundswell.moderation.queries import blocked_ids, hidden_things

_HERE = (SignUp.State.COMING, SignUp.State.WAITING, SignUp.State.CAME)


def events_seen_by(member: Member | None) -> QuerySet[Event]:
    """Published events that anybody may find, past ones too, the earliest first.

    What moderation has hidden is not among them, nor what somebody hosts whom the member blocks.
    For a member also those that were shared with them by link and to which they have signed up,
    and their own. Cancelled events are not among them.
    """
    seen = Q(state=Event.State.PUBLISHED, visibility=Event.Visibility.PUBLIC)
    if member is not None:
        signed_up = SignUp.objects.filter(member=member, state__in=_HERE).values("event")
        seen |= Q(state=Event.State.PUBLISHED, pk__in=signed_up) | Q(
            state=Event.State.PUBLISHED, host=member
        )
    found = Event.objects.filter(seen).exclude(pk__in=hidden_things("event"))
    blocked = blocked_ids(member)
    if blocked:
        found = found.exclude(host__in=blocked)
    return found.select_related("area", "host", "group").order_by("starts_at", "pk")


def coming_events_of(member: Member) -> QuerySet[SignUp]:
    """What the member has said they come to or wait for, from now on, the earliest first."""
    return (
        SignUp.objects.filter(member=member, state__in=_HERE, shift__ends_at__gt=clock.now())
        .exclude(event__state=Event.State.CANCELLED)
        .select_related("event", "shift")
        .order_by("shift__starts_at", "pk")
    )


def attended_by(member: Member) -> QuerySet[SignUp]:
    """Where the member was checked in, the latest first: their record of events."""
    came = SignUp.objects.filter(member=member, state=SignUp.State.CAME)
    return came.select_related("event", "shift").order_by("-shift__starts_at", "-pk")


def events_hosted_by(member: Member) -> QuerySet[Event]:
    """The member's own events in every state, the latest first."""
    return Event.objects.filter(host=member).order_by("-starts_at", "-pk")


def runs(member: Member | None, event: Event, *, with_roles: bool = True) -> bool:
    """Whether the member may change the event and see who comes: its host, or who judges it."""
    if member is None or not member.is_active:
        return False
    return event.host_id == member.pk or may_judge(member, event, with_roles=with_roles)


def hosted_event(member: Member | None, slug: str) -> Event:
    """An event for whoever runs it; NotFound for anybody else."""
    event = (
        Event.objects.select_related("area", "host", "effort", "group").filter(slug=slug).first()
    )
    if event is None or not runs(member, event):
        raise NotFound
    return event


def next_one_for(sign_up: SignUp) -> Event | None:
    """The next event that may interest whoever was at this one: of its area, else of its host."""
    to_come = events_seen_by(None).filter(starts_at__gt=clock.now()).exclude(pk=sign_up.event_id)
    if sign_up.event.is_independent:  # neither side's mails promote the other's
        to_come = to_come.filter(group=sign_up.event.group)
    else:
        to_come = to_come.exclude(group__kind=Group.Kind.INDEPENDENT)
    if sign_up.member_id is not None:
        known = SignUp.objects.filter(member=sign_up.member_id, state__in=_HERE).values("event")
        to_come = to_come.exclude(pk__in=known)
    near = to_come.filter(area=sign_up.event.area_id) if sign_up.event.area_id else to_come.none()
    return near.first() or to_come.filter(host=sign_up.event.host_id).first()
