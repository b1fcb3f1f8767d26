"""What a member recorded in all the efforts they took part in: theirs to see, nobody else's."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, QuerySet

from groundswell.contact.models import Answer, Attempt
from groundswell.contact.queries.counting import voided
from groundswell.members.models import Member
from groundswell.outreach.models import EffortQueue, Participation
from groundswell.profiles.registry import Figures
from groundswell.profiles.rules.time_spent import seconds_at_it


def attempts_of(member: Member, *channels: str) -> QuerySet[Attempt]:
    """The member’s attempts by these channels (none named: all), corrected or undone ones aside.

    Held results count here: they are the member's own work until somebody decides.
    """
    efforts = list(Participation.objects.filter(member=member).values_list("effort", flat=True))
    places = EffortQueue.objects.filter(effort__in=efforts).values_list("constituency", flat=True)
    found = Attempt.objects.filter(
        ~voided(),
        constituency_id__in=list(places.distinct()),
        effort_id__in=efforts,
        member=member.pk,
    ).exclude(outcome="")
    return found.filter(channel__in=channels) if channels else found


def people_tried(member: Member, channel: str) -> Figures:
    """How many attempts by this channel, and the time they took."""
    moments = list(attempts_of(member, channel).values_list("made_at", flat=True))
    return Figures(len(moments), seconds_at_it(moments))


def doors_tried(member: Member, channel: str) -> Figures:
    """How many doors, each once a day however many live there, and the time they took."""
    tried = attempts_of(member, channel)
    doors = tried.values("household", "made_at__date").distinct()
    moments = tried.values_list("made_at", flat=True)
    return Figures(doors.aggregate(n=Count("*"))["n"], seconds_at_it(moments))


def conversations_of(member: Member) -> Figures:
    """How many people answered a question of theirs; its time is that of the calls and doors."""
    answered = Exists(
        Answer.objects.filter(
            constituency=OuterRef("constituency"), attempt_id_on_device=OuterRef("id_on_device")
        )
    )
    return Figures(attempts_of(member).filter(answered, outcome="spoke").count())


def tried_together(members: Collection[int], since: datetime, channel: str) -> QuerySet[Attempt]:
    """The attempts of these members by this channel since then, for a group's goal."""
    found = Attempt.objects.filter(
        ~voided(),
        constituency_id__in=EffortQueue.objects.values("constituency"),
        member_id__in=list(members),
        channel=channel,
        recorded_at__gte=since,
    )
    return found.exclude(outcome="")


def doers_since(since: datetime, *channels: str) -> QuerySet[Attempt, int]:
    """Ids of members who recorded something by these channels (none named: any) since then."""
    found = Attempt.objects.filter(
        constituency_id__in=EffortQueue.objects.values("constituency"),
        recorded_at__gte=since,
        member__isnull=False,
    ).exclude(outcome="")
    if channels:
        found = found.filter(channel__in=channels)
    return found.values_list("member_id", flat=True)
