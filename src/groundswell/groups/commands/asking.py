"""Questions that every command about a group asks first."""

from django.utils.translation import gettext as _

from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.groups.models import Group, Membership
from groundswell.groups.queries import is_admin, is_in
from groundswell.members.models import Member


def must_be_in(by: Member, group: Group) -> None:
    """Refuse whoever is not in the group, and anything in a closed one."""
    if group.closed_at is not None:
        raise Refused(_("This group has closed."))
    if not is_in(by, group):
        raise Refused(_("Only who is in the group can do this: join it first."))


def must_be_admin(by: Member, group: Group) -> None:
    """Refuse whoever is no admin of the group, whatever role in the campaign they hold."""
    if group.closed_at is not None:
        raise Refused(_("This group has closed."))
    if not is_admin(by, group):
        raise Refused(_("Only an admin of the group can do this: ask one of them."))


def locked(group: Group) -> Group:
    """The group, held until the transaction ends."""
    return Group.objects.select_for_update().get(pk=group.pk)


def locked_membership(group: Group, member: Member) -> Membership:
    """How the member stands to the group, held until the transaction ends."""
    found = Membership.objects.select_for_update().filter(group=group, member=member).first()
    if found is None:
        raise Refused(_("They are not in the group any more."))
    return found


def write_line(by: Member | None, action: str, group: Group, **details: object) -> None:
    """The audit line of a command about a group."""
    write_audit_line(
        by=by.pk if by else None,
        action=f"groups.{action}",
        subject=f"group:{group.pk}",
        details=details,
    )
