"""What this part does when something happens elsewhere."""

from groundswell.common import clock
from groundswell.events.commands.signing_up import cannot_come
from groundswell.events.models import Event, SignUp
from groundswell.members.announcements import MemberBarred


def take_places_of_the_barred(told: MemberBarred) -> None:
    """Somebody barred comes to nothing: their seats go to who waits. What they host is looked at.

    Safe to repeat. An event of theirs is not called off: others come to it, and whoever answers for
    it decides.
    """
    coming = SignUp.objects.filter(
        member=told.member_id,
        shift__starts_at__gt=clock.now(),
        state__in=(SignUp.State.COMING, SignUp.State.WAITING),
    )
    for sign_up in coming.select_related("shift", "member"):
        cannot_come(by=None, sign_up=sign_up)
    hosted = Event.objects.filter(host=told.member_id, ends_at__gt=clock.now())
    hosted.update(looked_over_at=None)
