"""What this part does when something happens elsewhere."""

from groundswell.groups.commands.joining import keep_all_looked_after
from groundswell.members.announcements import MemberBarred


def keep_groups_of_the_barred(told: MemberBarred) -> None:
    """Somebody barred looks after nothing; where they were the only admin, somebody else does."""
    keep_all_looked_after(member_id=told.member_id)
