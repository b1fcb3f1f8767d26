"""Who answers for which events and hosts."""

from dataclasses import dataclass

from django.db.models import Avg, Q, QuerySet

from groundswell.common import clock
from groundswell.events.models import Event, Feedback, HostDecision, SignUp
from groundswell.events.rules import Level
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths, holders_of, in_areas, roles_held
from groundswell.members.rules import covers

JUDGES = (Role.Kind.ORGANISER, Role.Kind.HEADQUARTERS)


def may_judge(member: Member | None, event: Event) -> bool:
    """Whether the member answers for the event: an organiser of its area, or headquarters.

    An event of no area (online, for everybody) is for those who hold such a role at the top.
    """
    if member is None:
        return False
    if event.area is None:
        return roles_held(member, *JUDGES).filter(area__parent=None).exists()
    return covers(covered_paths(member, *JUDGES), event.area.path)


def judges_of(event: Event) -> QuerySet[Member]:
    """Who answers for the event, by name."""
    return holders_of(event.area, *JUDGES)


def judged_by(member: Member) -> QuerySet[Event]:
    """The events that the member answers for, in every state, the earliest first."""
    mine = in_areas("area", covered_paths(member, *JUDGES))
    if roles_held(member, *JUDGES).filter(area__parent=None).exists():
        mine |= Q(area=None)
    return Event.objects.filter(mine).select_related("area", "host").order_by("starts_at", "pk")


def events_to_look_over(member: Member) -> QuerySet[Event]:
    """Events to come that wait for the member to approve or look them over, the soonest first."""
    wanting = Q(state=Event.State.WAITING) | Q(
        state=Event.State.PUBLISHED, looked_over_at__isnull=True
    )
    return judged_by(member).filter(wanting, ends_at__gt=clock.now())


def level_of(member: Member, event: Event | None = None) -> str:
    """The member's level as a host: their latest decision; trusted where they judge themselves."""
    latest = level_history(member).first()
    if latest is not None and latest.level == Level.STOPPED:
        return Level.STOPPED
    judges = may_judge(member, event) if event else roles_held(member, *JUDGES).exists()
    if judges:
        return Level.TRUSTED
    return latest.level if latest else Level.HOST


def level_history(member: Member) -> QuerySet[HostDecision]:
    """Every decision on the member's level as a host, the newest first."""
    told = HostDecision.objects.filter(member=member)
    return told.select_related("decided_by", "event").order_by("-decided_at", "-pk")


def hosts_seen_by(member: Member) -> QuerySet[Member]:
    """Hosts of events that the member answers for, by name."""
    hosting = judged_by(member).exclude(host=None).values("host")
    return Member.objects.filter(pk__in=hosting).order_by("name", "pk")


@dataclass(frozen=True)
class HostingRecord:
    """What somebody has hosted: events held, people who came, how they found it (1 to 4)."""

    held: int
    cancelled: int
    came: int
    mark: float | None


def hosting_record(host: Member) -> HostingRecord:
    """What speaks for trusting a host, or against it."""
    hosted = Event.objects.filter(host=host)
    held = hosted.filter(state=Event.State.PUBLISHED, ends_at__lte=clock.now())
    came = SignUp.objects.filter(event__in=held, state=SignUp.State.CAME).count()
    mark = Feedback.objects.filter(event__in=held).aggregate(mean=Avg("mark"))["mean"]
    cancelled = hosted.filter(state=Event.State.CANCELLED).count()
    return HostingRecord(held.count(), cancelled, came, mark)
