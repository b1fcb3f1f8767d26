"""Who answers for which events and hosts."""

from dataclasses import dataclass

from django.db.models import Avg, Case, Q, QuerySet, When

from groundswell.common import clock
from groundswell.events.models import Event, Feedback, HostDecision, SignUp
from groundswell.events.rules import Level
from groundswell.groups.models import Group, Membership
from groundswell.groups.queries import admins_of, is_admin, is_in
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths, holders_of, in_areas, roles_held
from groundswell.members.rules import covers

JUDGES = (Role.Kind.ORGANISER, Role.Kind.HEADQUARTERS)
_OF_THE_CAMPAIGN = Q(group=None) | Q(group__kind=Group.Kind.CAMPAIGN)


def may_judge(member: Member | None, event: Event, *, with_roles: bool = True) -> bool:
    """Whether the member answers for the event: an organiser of its area, or headquarters.

    An event of no area (online, for everybody) is for those who hold such a role at the top. A
    group's is also for the group's admins, and an independent group's for them alone. Without
    ``with_roles`` the campaign's roles do not count: their holder has shown no second factor.
    """
    if member is None or not member.is_active:
        return False
    if event.group is not None and is_admin(member, event.group):
        return True
    if event.is_independent or not with_roles:
        return False
    if event.area is None:
        return roles_held(member, *JUDGES).filter(area__parent=None).exists()
    return covers(covered_paths(member, *JUDGES), event.area.path)


def judges_of(event: Event) -> QuerySet[Member]:
    """Who answers for the event, by name."""
    if event.group is not None and event.is_independent:
        return admins_of(event.group)
    return holders_of(event.area, *JUDGES)


def judged_by(member: Member) -> QuerySet[Event]:
    """The events that the member answers for, in every state, the earliest first."""
    mine = in_areas("area", covered_paths(member, *JUDGES))
    if roles_held(member, *JUDGES).filter(area__parent=None).exists():
        mine |= Q(area=None)
    mine &= _OF_THE_CAMPAIGN
    mine |= Q(group__in=groups_run_by(member))
    found = Event.objects.filter(mine).select_related("area", "host", "group")
    return found.order_by("starts_at", "pk")


def events_to_look_over(member: Member) -> QuerySet[Event]:
    """Events to come for the member to approve, then those to look over, the soonest first."""
    wanting = Q(state=Event.State.WAITING) | Q(
        state=Event.State.PUBLISHED, looked_over_at__isnull=True
    )
    published_last = Case(When(state=Event.State.WAITING, then=0), default=1)
    found = judged_by(member).filter(wanting, ends_at__gt=clock.now())
    return found.order_by(published_last, "starts_at", "pk")


def how_many_wait(member: object) -> int:
    """How many events wait for this member's approval: for the menu."""
    if not isinstance(member, Member):
        return 0
    return events_to_look_over(member).filter(state=Event.State.WAITING).count()


def level_of(member: Member, event: Event) -> str:
    """The level at which the member hosts this event; trusted where they judge it themselves."""
    decided = level_decided(member, event.group if event.is_independent else None)
    if decided != Level.STOPPED and may_judge(member, event):
        return Level.TRUSTED
    return decided


def level_to_host_at(member: Member, group: Group | None) -> str:
    """The level at which the member would host an event of this group, or of none, at home."""
    return level_of(member, Event(group=group, area=member.branch))


def may_host_for(member: Member | None, group: Group) -> bool:
    """Whether the member may host for the group: in it, while it is open, and not stopped."""
    if member is None or group.closed_at is not None or not is_in(member, group):
        return False
    return level_to_host_at(member, group) != Level.STOPPED


def level_decided(member: Member, group: Group | None = None) -> str:
    """The member's level as last decided for the campaign, or for an independent group."""
    latest = level_history(member, group).first()
    return latest.level if latest else Level.HOST


def level_history(member: Member, group: Group | None = None) -> QuerySet[HostDecision]:
    """Every decision on the member's level as a host, for the campaign or such a group, the newest
    first."""
    told = HostDecision.objects.filter(member=member, group=group)
    return told.select_related("decided_by", "event").order_by("-decided_at", "-pk")


def hosts_seen_by(member: Member, group: Group | None = None) -> QuerySet[Member]:
    """Hosts of events that the member answers for, of the campaign or an independent group."""
    scope = Q(group=group) if group else _OF_THE_CAMPAIGN
    hosting = judged_by(member).filter(scope).exclude(host=None).order_by().values("host")
    return Member.objects.filter(pk__in=hosting).order_by("name", "pk")


def groups_run_by(member: Member) -> QuerySet[Group]:
    """The groups of which the member is an admin, by name."""
    mine = Membership.objects.filter(member=member, admin=True, state=Membership.State.IN)
    return Group.objects.filter(pk__in=mine.values("group"), closed_at=None).order_by("name")


@dataclass(frozen=True)
class HostingRecord:
    """What somebody has hosted: events held, people who came, how they found it (1 to 4)."""

    held: int
    cancelled: int
    came: int
    mark: float | None


def hosting_record(host: Member, group: Group | None = None) -> HostingRecord:
    """What speaks for trusting a host, or against it, for the campaign or an independent group."""
    hosted = Event.objects.filter(Q(group=group) if group else _OF_THE_CAMPAIGN, host=host)
    held = hosted.filter(state=Event.State.PUBLISHED, ends_at__lte=clock.now())
    came = SignUp.objects.filter(event__in=held, state=SignUp.State.CAME).count()
    mark = Feedback.objects.filter(event__in=held).aggregate(mean=Avg("mark"))["mean"]
    cancelled = hosted.filter(state=Event.State.CANCELLED).count()
    return HostingRecord(held.count(), cancelled, came, mark)
