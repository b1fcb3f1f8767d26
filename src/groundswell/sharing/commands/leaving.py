"""Taking somebody out of the tree."""

from groundswell.members.models import Member
from groundswell.sharing.models import Sharer


def leave_the_tree(*, by: Member) -> int:
    """Take the member's name off their links and arrivals; how many places were emptied.

    The links go on leading where they led, and those above and beneath keep their counts.
    """
    return Sharer.objects.filter(member=by).update(member=None)
