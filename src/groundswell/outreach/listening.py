"""What this part does when lower parts announce something."""

from groundswell.members.announcements import MemberBarred
from groundswell.outreach.commands import refresh_soon, withdraw_from
from groundswell.outreach.commands.flags import hold_results_of_barred
from groundswell.targeting.announcements import UniverseChanged


def take_back_from_the_barred(barred: MemberBarred) -> None:
    """Their batches come back; their results are held for review."""
    withdraw_from(barred.member_id)
    hold_results_of_barred(member_id=barred.member_id)


def refresh_for_changed_universe(changed: UniverseChanged) -> None:
    """The worker brings the queues of its efforts in line."""
    refresh_soon(changed.universe_id)
