"""What admins do about who is in the group."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.groups.commands.asking import (
    locked,
    locked_membership,
    must_be_admin,
    write_line,
)
from groundswell.groups.commands.telling import tell_let_in
from groundswell.groups.models import Group, Membership
from groundswell.groups.rules.digests import next_digest
from groundswell.members.models import Member
from groundswell.members.queries import has_any_role

_IN = Membership.State.IN


@transaction.atomic
def let_in(*, by: Member, group: Group, member: Member) -> None:
    """Let in somebody who asked; they are told. Safe to repeat."""
    must_be_admin(by, group)
    group = locked(group)
    theirs = locked_membership(group, member)
    if theirs.state == _IN:
        return
    theirs.state, theirs.decided_by, theirs.since = _IN, by, clock.now()
    theirs.digest_upto = group.last_number
    theirs.digest_due = next_digest(theirs.digest, clock.local_now())
    theirs.save(update_fields=["state", "decided_by", "since", "digest_upto", "digest_due"])
    tell_let_in(theirs)
    write_line(by, "let_in", group, member=member.pk)


@transaction.atomic
def refuse(*, by: Member, group: Group, member: Member) -> None:
    """Do not let somebody in who asked. Safe to repeat."""
    must_be_admin(by, group)
    theirs = locked_membership(group, member)
    if theirs.state == _IN:
        raise Refused(_("They are in the group already: remove them, if they must go."))
    theirs.state, theirs.decided_by = Membership.State.REFUSED, by
    theirs.save(update_fields=["state", "decided_by"])
    write_line(by, "refuse", group, member=member.pk)


@transaction.atomic
def remove_member(*, by: Member, group: Group, member: Member) -> None:
    """Put somebody out of the group; they come back only if an admin lets them. Safe to repeat."""
    must_be_admin(by, group)
    if by == member:
        raise Refused(_("You cannot remove yourself: leave the group instead."))
    theirs = locked_membership(locked(group), member)
    theirs.state, theirs.admin, theirs.decided_by = Membership.State.REMOVED, False, by
    theirs.save(update_fields=["state", "admin", "decided_by"])
    write_line(by, "remove_member", group, member=member.pk)


@transaction.atomic
def name_admin(*, by: Member, group: Group, member: Member) -> None:
    """Make somebody who is in the group an admin of it, too. Safe to repeat."""
    must_be_admin(by, group)
    theirs = locked_membership(locked(group), member)
    if theirs.state != _IN:
        raise Refused(_("Only somebody who is in the group can look after it."))
    if group.is_independent and has_any_role(member):
        raise Refused(
            _(
                "They hold a role in the campaign: an independent group is looked after by people "
                "who do not."
            )
        )
    theirs.admin = True
    theirs.save(update_fields=["admin"])
    write_line(by, "name_admin", group, member=member.pk)


@transaction.atomic
def end_admin(*, by: Member, group: Group, member: Member) -> None:
    """Have somebody, oneself too, be an admin no longer; one is always left. Safe to repeat."""
    must_be_admin(by, group)
    group = locked(group)
    theirs = locked_membership(group, member)
    others = Membership.objects.filter(group=group, admin=True, member__is_active=True)
    if not others.exclude(member=member).exists():
        raise Refused(_("A group has at least one admin: name another first."))
    theirs.admin = False
    theirs.save(update_fields=["admin"])
    write_line(by, "end_admin", group, member=member.pk)
