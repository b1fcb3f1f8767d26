"""Leaving for good: what is the member's own goes, what others rely on stays without them."""

from groundswell.common import clock
from groundswell.events.commands.changing import cancel_event
from groundswell.events.commands.signing_up import cannot_come
from groundswell.events.models import Event, HostDecision, SignUp
from groundswell.members.models import Member


def leave(member: Member) -> int:
    """Give back the member's seats, cancel what they host, delete their sign-ups; how many rows.

    Called within the leaving's transaction; safe to repeat. Events that were held stay, without
    their host.
    """
    touched = 0
    coming = SignUp.objects.filter(
        member=member,
        shift__starts_at__gt=clock.now(),
        state__in=(SignUp.State.COMING, SignUp.State.WAITING),
    )
    for sign_up in coming.select_related("shift"):
        cannot_come(by=None, sign_up=sign_up)
    hosted = Event.objects.filter(host=member)
    for event in hosted.filter(ends_at__gt=clock.now()).exclude(state=Event.State.CANCELLED):
        cancel_event(by=None, event=event)
    touched += SignUp.objects.filter(member=member).delete()[0]
    touched += SignUp.objects.filter(checked_in_by=member).update(checked_in_by=None)
    touched += hosted.update(host=None)
    touched += HostDecision.objects.filter(member=member).delete()[0]
    touched += HostDecision.objects.filter(decided_by=member).update(decided_by=None)
    touched += Event.objects.filter(decided_by=member).update(decided_by=None)
    return touched
