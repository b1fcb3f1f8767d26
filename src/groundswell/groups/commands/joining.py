"""Joining, leaving, and what a member chooses for themselves."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.groups.commands.asking import locked, must_be_in, write_line
from groundswell.groups.commands.telling import tell_admins_of_request
from groundswell.groups.models import Group, Membership
from groundswell.groups.queries.people import heirs_of
from groundswell.groups.rules.digests import next_digest
from groundswell.members.models import Member
from groundswell.members.queries.roles import roles_in_force

_IN, _ASKED = Membership.State.IN, Membership.State.ASKED


@transaction.atomic
def join(*, by: Member, group: Group, words: str = "") -> Membership:
    """Join at once, or ask to where an admin lets people in. Safe to repeat.

    Who was removed asks again, however open the group is; who was not let in may ask once more
    with other words.
    """
    group = locked(group)
    if group.closed_at is not None or not by.is_active:
        raise Refused(_("This group has closed."))
    there = Membership.objects.select_for_update().filter(group=group, member=by).first()
    if there is not None and there.state in {_IN, _ASKED}:
        return there
    asks = group.joining == Group.Joining.APPROVAL or there is not None
    if there is None:
        there = new_membership(group, by, state=_ASKED if asks else _IN, words=words)
    else:
        there.state, there.words, there.since = _ASKED, words.strip()[:300], clock.now()
        there.save(update_fields=["state", "words", "since"])
    if asks:
        tell_admins_of_request(there)
    write_line(by, "ask_to_join" if asks else "join", group)
    return there


@transaction.atomic
def leave(*, by: Member, group: Group, next_admin: Member | None = None) -> None:
    """Leave the group, or take back asking. Safe to repeat.

    The last admin names another; where nobody else is in the group, it closes.
    """
    group = locked(group)
    mine = Membership.objects.filter(group=group, member=by, state__in=[_IN, _ASKED]).first()
    if mine is None:
        return
    if mine.admin and not _admins(group).exclude(member=by).exists():
        _hand_on(group, by, next_admin)
    mine.delete()
    write_line(by, "leave", group)
    if not Membership.objects.filter(group=group, state=_IN).exists():
        group.closed_at = clock.now()
        group.save(update_fields=["closed_at"])
        write_line(by, "close_group", group)


@transaction.atomic
def choose_digest(*, by: Member, group: Group, rate: str) -> None:
    """Choose how often mail brings what was written; what was written before stays unsent."""
    must_be_in(by, group)
    if rate not in Membership.Digest.values:
        raise Refused(_("Choose how often."))
    group = locked(group)
    mine = Membership.objects.select_for_update().get(group=group, member=by)
    if mine.digest == Membership.Digest.NEVER and rate != mine.digest:
        mine.digest_upto = group.last_number
    mine.digest, mine.digest_due = rate, next_digest(rate, clock.local_now())
    mine.save(update_fields=["digest", "digest_due", "digest_upto"])
    write_line(by, "choose_digest", group, rate=rate)


@transaction.atomic
def choose_counting(*, by: Member, group: Group, counts: bool) -> None:
    """Choose whether one's own deeds count towards the group's goal."""
    must_be_in(by, group)
    Membership.objects.filter(group=group, member=by).update(counts=counts)
    write_line(by, "choose_counting", group, counts=counts)


def new_membership(
    group: Group, member: Member, *, state: str = _IN, admin: bool = False, words: str = ""
) -> Membership:
    """A member's row: reads from here on, once a day at first; an admin at once."""
    rate = Membership.Digest.AT_ONCE if admin else Membership.Digest.DAILY
    return Membership.objects.create(
        group=group,
        member=member,
        admin=admin,
        state=state,
        words=words.strip()[:300],
        since=clock.now(),
        digest=rate,
        digest_upto=group.last_number,
        digest_due=next_digest(rate, clock.local_now()),
    )


def keep_all_looked_after(*, member_id: int) -> None:
    """``keep_looked_after`` for every group that this member is an admin of. Safe to repeat."""
    with transaction.atomic():
        theirs = Membership.objects.filter(member=member_id, admin=True)
        for group in Group.objects.select_for_update().filter(pk__in=theirs.values("group")):
            keep_looked_after(group)


def keep_looked_after(group: Group) -> None:
    """Where no admin is left, who has been in it longest is one; where nobody may be, it closes.

    For what no admin could decide: accounts that were barred, or have left the site.
    """
    if group.closed_at is not None or _admins(group).exists():
        return
    left = Membership.objects.filter(group=group, state=_IN, member__is_active=True)
    if group.is_independent:  # which nobody looks after who works for the campaign
        left = left.exclude(member__in=roles_in_force().values("member"))
    longest = left.order_by("since", "pk").first()
    if longest is None:
        group.closed_at = clock.now()
        group.save(update_fields=["closed_at"])
        write_line(None, "close_group", group)
        return
    longest.admin = True
    longest.save(update_fields=["admin"])
    write_line(None, "name_admin", group, member=longest.member_id)


def _admins(group: Group) -> QuerySet[Membership]:
    return Membership.objects.filter(group=group, state=_IN, admin=True, member__is_active=True)


def _hand_on(group: Group, by: Member, next_admin: Member | None) -> None:
    others = Membership.objects.filter(group=group, state=_IN).exclude(member=by)
    if not others.exists():
        return
    fit = next_admin is not None and heirs_of(by, group).filter(pk=next_admin.pk).exists()
    heir = others.filter(member=next_admin).first() if fit else None
    if heir is None:
        raise Refused(
            _("You are the only admin: name somebody who looks after the group, or close it.")
        )
    heir.admin = True
    heir.save(update_fields=["admin"])
    write_line(by, "name_admin", group, member=heir.member_id)
