"""Roles by area: asked for, answered, granted with a reason and an end, ended."""

from datetime import date

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members import queries, rules
from groundswell.members.models import Member, Role, RoleRequest
from groundswell.places.models import Area


def grant_role(
    *, by: Member | None, member: Member, kind: str, area: Area, reason: str, ends_on: date
) -> Role:
    """Grant a role for an area until ``ends_on`` (included); granting it again renews it.

    ``by`` None is the server's terminal, which makes the first ones.
    """
    _must_be_able_to_grant(by, member, kind, area)
    _must_be_sound(reason, ends_on)
    with transaction.atomic():
        role, _new = Role.objects.update_or_create(
            member=member,
            kind=kind,
            area=area,
            ended_at=None,
            defaults={
                "reason": reason.strip(),
                "granted_by": by,
                "granted_at": clock.now(),
                "ends_on": ends_on,
            },
        )
        write_audit_line(
            by=by.pk if by else None,
            action="members.grant_role",
            subject=f"member:{member.pk}",
            details={"kind": kind, "area": area.pk, "ends_on": ends_on.isoformat()},
        )
    return role


def ask_for_role(*, by: Member, kind: str, area: Area, reason: str) -> RoleRequest:
    """Ask for a role; asking again while it waits changes the reason given."""
    if queries.roles_held(by, kind).filter(area=area).exists():
        raise Refused(_("You hold this role already."))
    if not reason.strip():
        raise Refused(_("Say in a sentence what you need the role for."))
    with transaction.atomic():
        request, _new = RoleRequest.objects.update_or_create(
            member=by,
            kind=kind,
            area=area,
            decision=RoleRequest.Decision.OPEN,
            defaults={"reason": reason.strip()[:300], "asked_at": clock.now()},
        )
        write_audit_line(
            by=by.pk, action="members.ask_for_role", subject=f"role_request:{request.pk}"
        )
    return request


def decide_role_request(
    *, by: Member, request: RoleRequest, granted: bool, reason: str, ends_on: date | None = None
) -> RoleRequest:
    """Answer a request with a reason that the asker and all organisers of the area can read."""
    _must_be_able_to_grant(by, request.member, request.kind, request.area)
    if not reason.strip():
        raise Refused(_("Give the reason: the one who asked and the area's organisers read it."))
    with transaction.atomic():
        waiting = RoleRequest.objects.select_for_update().get(pk=request.pk)
        if waiting.decision != RoleRequest.Decision.OPEN:
            raise Refused(_("Somebody has answered this request already: look at it again."))
        if granted:
            grant_role(
                by=by,
                member=waiting.member,
                kind=waiting.kind,
                area=waiting.area,
                reason=reason,
                ends_on=ends_on or rules.latest_end(clock.today()),
            )
        waiting.decision = RoleRequest.Decision.GRANTED if granted else RoleRequest.Decision.REFUSED
        waiting.decided_by = by
        waiting.decided_at = clock.now()
        waiting.decision_reason = reason.strip()[:300]
        waiting.save()
        write_audit_line(
            by=by.pk,
            action="members.decide_role_request",
            subject=f"role_request:{waiting.pk}",
            details={"granted": granted},
        )
    return waiting


def end_role(*, by: Member | None, role: Role) -> None:
    """End a role now: by whoever could grant it, or by its holder."""
    own = by is not None and by.pk == role.member_id
    if by is not None and not own and not queries.may_grant(by, role.kind, role.area):
        raise Refused(_("Only headquarters or the agent of the area can end this role."))
    with transaction.atomic():
        ended = Role.objects.filter(pk=role.pk, ended_at=None).update(
            ended_at=clock.now(), ended_by=by
        )
        if ended:
            write_audit_line(
                by=by.pk if by else None, action="members.end_role", subject=f"role:{role.pk}"
            )


def _must_be_able_to_grant(by: Member | None, member: Member, kind: str, area: Area) -> None:
    if kind not in Role.Kind.values:
        raise Refused(_("There is no such role: choose one from the list."))
    if by is None:
        return
    if by == member:
        raise Refused(_("Nobody grants themselves a role: ask headquarters or your agent."))
    if not queries.may_grant(by, kind, area):
        raise Refused(_("Only headquarters or the agent of the area can grant this role."))


def _must_be_sound(reason: str, ends_on: date) -> None:
    if not reason.strip():
        raise Refused(_("Give the reason: all organisers of the area can read it."))
    if ends_on < clock.today():
        raise Refused(_("The role would end in the past: choose a later day."))
    latest = rules.latest_end(clock.today())
    if ends_on > latest:
        raise Refused(
            _("A role lasts until %(day)s at most; it can be granted again then.")
            % {"day": date_format(latest)}
        )
