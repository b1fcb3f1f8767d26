"""What this part does when lower parts announce something."""

from groundswell.doorstep.commands import withdraw_from
from groundswell.members.announcements import MemberBarred


def take_back_from_the_barred(barred: MemberBarred) -> None:
    """Their rounds come back."""
    withdraw_from(barred.member_id)
