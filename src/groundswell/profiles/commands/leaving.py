"""Leaving: everything of one's own goes, what is the voters' stays with the voters."""

from django.db import transaction

from groundswell.common.audit import write_audit_line
from groundswell.members.commands import empty_account, refuse_who_cannot_leave_yet
from groundswell.members.models import Member
from groundswell.profiles import registry


def leave(*, by: Member) -> None:
    """Have every part delete or empty what is the member's own, then empty the account.

    All of it or none of it. Results on electors stay, recorded by "somebody who left". Safe to
    repeat: who has left has nothing more to leave.
    """
    with transaction.atomic():
        if Member.objects.select_for_update().get(pk=by.pk).left_at is not None:
            return
        refuse_who_cannot_leave_yet(by)
        touched = {part.name: part.leave(by) for part in registry.belongings()}
        touched["members"] = empty_account(by=by)
        write_audit_line(
            by=by.pk, action="profiles.leave", subject=f"member:{by.pk}", details=touched
        )
