"""Joining an effort, and what must be so before anybody is handed out."""

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.outreach import rules
from groundswell.outreach.commands.turns import Turn, take_turn
from groundswell.outreach.models import Effort, Participation
from groundswell.outreach.queries.efforts import hours_of
from groundswell.outreach.queries.welcome import refuse_the_unwelcome


def join_effort(*, by: Member, effort: Effort, agreed: bool) -> Participation:
    """Take part in an effort, its briefing read and agreed to; joining twice is joining once."""
    refuse_the_unwelcome(by, effort)
    if not agreed:
        raise Refused(_("Read the briefing and agree to it: then you can start."))
    with transaction.atomic():
        part, new = _participation(by, effort)
        if part.agreed_at is None:
            part.agreed_at = clock.now()
            part.save(update_fields=["agreed_at"])
            new = True
        if new:
            write_audit_line(by=by.pk, action="outreach.join_effort", subject=f"effort:{effort.pk}")
    return part


def participation_for_update(member: Member, effort: Effort) -> Participation:
    """Their part in the effort, locked: one caller's claims and results come in turn."""
    return turn_of(member, effort).part


def turn_of(member: Member, effort: Effort) -> Turn:
    """The same, with who is in their batch."""
    turn = take_turn(member_id=member.pk, effort_id=effort.pk) if member.is_active else None
    if not member.is_active or (turn is not None and not turn.may_act):
        raise Refused(_("You cannot take part. Ask your organiser why."))
    if turn is None or turn.part.agreed_at is None:
        raise Refused(_("Read the briefing and agree to it: then you can start."))
    return turn


def refuse_unless_open(effort: Effort) -> None:
    """Refuse outside the effort's dates, its hours, or while it is not open."""
    today, local = clock.today(), clock.local_now()
    if effort.state == Effort.State.PAUSED:
        raise Refused(_("The organiser has paused this for now. Come back a little later."))
    if effort.state != Effort.State.OPEN or today > effort.ends_on:
        raise Refused(_("This is over, or not open yet. Ask your organiser where you can help."))
    if today < effort.starts_on:
        raise Refused(
            _("This begins on %(date)s. Come back then!") % {"date": date_format(effort.starts_on)}
        )
    hours = hours_of(effort)
    if not rules.within_hours(hours, local):
        opening = rules.next_opening(hours, local)
        raise Refused(
            _("Nobody is called at this hour. Calling goes on %(day)s at %(time)s.")
            % {"day": date_format(opening, "l j F"), "time": date_format(opening, "H:i")}
        )


def _participation(member: Member, effort: Effort) -> tuple[Participation, bool]:
    try:
        with transaction.atomic():
            return Participation.objects.get_or_create(
                effort=effort, member=member, defaults={"joined_at": clock.now()}
            )
    except IntegrityError:  # in the same moment
        return Participation.objects.get(effort=effort, member=member), False
