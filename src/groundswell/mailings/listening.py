"""What this part does when something happens elsewhere."""

from groundswell.mailings.models import Mailing
from groundswell.members.announcements import MemberBarred


def hold_up_mailings_of_the_barred(told: MemberBarred) -> None:
    """Nothing more goes out in the name of somebody barred, until another organiser takes it on.

    Safe to repeat.
    """
    theirs = Mailing.objects.filter(written_by=told.member_id)
    theirs.filter(state=Mailing.State.WAITING).update(state=Mailing.State.DRAFT)
    theirs.filter(state=Mailing.State.SENDING).update(state=Mailing.State.PAUSED)
