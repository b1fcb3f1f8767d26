"""Somebody leaves: what they had in hand goes back, what only watched over them goes."""

from groundswell.members.models import Member
from groundswell.outreach.commands.batches import withdraw_from
from groundswell.outreach.models import EffortQueue, Flag, Participation, VisitTrace


def let_go_of(member: Member) -> int:
    """Take back their batches, delete traces of their visits and their own words; rows touched.

    Their places in efforts stay, as those of somebody who left: results refer to them.
    """
    withdraw_from(member.pk)
    efforts = list(Participation.objects.filter(member=member).values_list("effort", flat=True))
    places = EffortQueue.objects.filter(effort__in=efforts).values_list("constituency", flat=True)
    traces = VisitTrace.objects.filter(
        constituency_id__in=list(places.distinct()), effort__in=efforts, member=member
    )
    gone = traces.delete()[0]
    return gone + Flag.objects.filter(member=member).exclude(reply="").update(reply="")
