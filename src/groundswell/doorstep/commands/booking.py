"""A round in somebody's hands: booked, handed out, joined, given back, finished."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.doorstep.commands.asking import refuse_unless_organiser
from groundswell.doorstep.commands.coming_back import free_if_nobody_has_it
from groundswell.doorstep.models import Booking, Round, RoundDoor
from groundswell.doorstep.queries.former import rounds_known_to
from groundswell.doorstep.rules.codes import tidied
from groundswell.members.models import Member
from groundswell.outreach.commands import hold_people, join_effort
from groundswell.outreach.models import Effort


def book_round(*, by: Member, walked: Round, key: UUID) -> Booking:
    """Take a free round; the same ``key`` again is the same booking. One of two gets it."""
    repeat = Booking.objects.filter(key=key, member=by, round=walked).first()
    if repeat is not None:
        return repeat
    return _take(by, by, walked, Booking.How.BOOKED, key)


def hand_out_round(*, by: Member, walked: Round, member: Member) -> Booking:
    """Give a free round to a member, who finds it among theirs."""
    refuse_unless_organiser(by, walked.effort)
    return _take(by, member, walked, Booking.How.HANDED_OUT, uuid7())


def join_round(*, by: Member, code: str) -> Booking:
    """Take part in the round of this code, beside whoever has it; joining twice is joining once."""
    walked = Round.objects.filter(code=tidied(code)).select_related("effort__area").first()
    if walked is None:
        raise NotFound
    return _take(by, by, walked, Booking.How.JOINED, uuid7())


def return_round(*, by: Member, walked: Round) -> None:
    """Give a round back: what is left of it is free again; nothing happens a second time."""
    _end(by, walked, Booking.State.RETURNED, Round.State.OPEN)


def finish_round(*, by: Member, walked: Round) -> None:
    """Say that a round is done; whoever was not reached can be cut into another."""
    _end(by, walked, Booking.State.DONE, Round.State.DONE)


def _take(by: Member, member: Member, walked: Round, how: Booking.How, key: UUID) -> Booking:
    _refuse_unless_running(walked.effort)
    with transaction.atomic():
        current = Round.objects.select_for_update().get(pk=walked.pk)
        held = current.bookings.filter(member=member, state=Booking.State.HELD).first()
        if held is not None:
            return held
        if current.state not in {Round.State.OPEN, Round.State.BOOKED}:
            raise Refused(_("This round is done or was withdrawn: take another."))
        if current.state == Round.State.BOOKED and how != Booking.How.JOINED:
            raise Refused(_("Somebody else has this round by now: take another."))
        if how == Booking.How.BOOKED:
            _refuse_out_of_turn(member, current)
        join_effort(by=member, effort=current.effort, agreed=True)
        now = clock.now()
        until = now + timedelta(days=current.lock_days)
        booking = Booking.objects.create(
            round=current, member=member, key=key, booked_at=now, until=until, how=how
        )
        if current.state == Round.State.OPEN:
            current.state = Round.State.BOOKED
            current.save(update_fields=["state"])
        _hold(current, until)
        write_audit_line(
            by=by.pk,
            action=f"doorstep.{how}",
            subject=f"round:{current.pk}",
            details={"member": member.pk},
        )
    return booking


def _refuse_unless_running(effort: Effort) -> None:
    if effort.state == Effort.State.PAUSED:
        raise Refused(_("The organiser has paused this for now. Come back a little later."))
    if effort.state != Effort.State.OPEN or clock.today() > effort.ends_on:
        raise Refused(_("This is over, or not open yet. Ask your organiser where you can help."))


def _refuse_out_of_turn(member: Member, walked: Round) -> None:
    """Refuse who must let others go first, and a second round to whom nobody vouches for."""
    kept = walked.offered_first_until
    if kept and kept > clock.now() and not rounds_known_to(member.pk, [walked]):
        raise Refused(
            _("Until %(moment)s this round is kept for those who knocked there before.")
            % {"moment": date_format(localtime(kept), "j M H:i")}
        )
    unvouched = member.standing == Member.Standing.SUPPORTER
    if unvouched and Booking.objects.filter(member=member).exists():
        raise Refused(
            _(
                "Thank you for your first round. Before you take another, somebody who organises "
                "in %(area)s vouches for you: ask them, or wait to hear from them."
            )
            % {"area": walked.effort.area.name}
        )


def _hold(walked: Round, until: datetime) -> None:
    rows = RoundDoor.objects.filter(constituency=walked.constituency_id, round_id=walked.pk)
    found = list(rows.values_list("household_id", "electors"))
    hold_people(
        constituency_id=walked.constituency_id,
        effort_id=walked.effort_id,
        electors=[one for _household, electors in found for one in electors],
        households=[household for household, _electors in found],
        key=walked.key,
        until=until,
    )


def _end(by: Member, walked: Round, ended: Booking.State, state: Round.State) -> None:
    with transaction.atomic():
        current = Round.objects.select_for_update().get(pk=walked.pk)
        changed = current.bookings.filter(member=by, state=Booking.State.HELD).update(
            state=ended, ended_at=clock.now()
        )
        if not changed:
            if current.bookings.filter(member=by).exists():
                return
            raise Refused(_("You do not have this round."))
        free_if_nobody_has_it(current, state)
        write_audit_line(by=by.pk, action=f"doorstep.{ended}_round", subject=f"round:{current.pk}")
