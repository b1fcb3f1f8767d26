"""Requests under data protection law: received, matched, acknowledged, extended, answered."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.common.postcode import tidy
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.privacy import queries, rules
from groundswell.privacy.commands.suppression import suppress
from groundswell.privacy.models import SubjectRequest, Suppression


def receive_request(
    *,
    by: Member | None,
    kind: str,
    received_on: date,
    person: UUID | None = None,
    note: str = "",
    name: str = "",
    address: str = "",
    phone: str = "",
    reply_to: str = "",
    area: Area | None = None,
) -> SubjectRequest:
    """Record a request, whoever it reached first; its deadline counts from that day.

    ``by`` None is the public form. ``phone`` is E.164.
    """
    if kind not in SubjectRequest.Kind.values:
        raise Refused(_("Choose what is asked for."))
    if received_on > clock.today():
        raise Refused(_("A request cannot have come in the future: check the date."))
    if person is None and not name.strip():
        raise Refused(_("Give the name of the person whom it is about."))
    with transaction.atomic():
        request = SubjectRequest.objects.create(
            kind=kind,
            person=person,
            received_on=received_on,
            due_on=rules.due_on(kind, received_on),
            note=note.strip()[:1000],
            asked_name=name.strip()[:120],
            asked_address=address.strip()[:300],
            asked_phone=phone,
            reply_to=reply_to.strip()[:254],
            area=area,
            from_the_public=by is None,
            recorded_by=by,
        )
        _tell(by, "receive_request", request)
    return request


def receive_from_the_public(
    *,
    kind: str,
    received_on: date,
    name: str,
    address: str,
    postcode: str,
    phone: str,
    reply_to: str,
    note: str,
) -> SubjectRequest:
    """Record what somebody asked for on the public form; nobody has checked who they are.

    Nothing is stopped or erased by it before a person has looked: anybody could name anybody.
    """
    code = tidy(postcode)
    if not code:
        raise Refused(_("That is not a postcode: it looks like SS14 1AA."))
    return receive_request(
        by=None,
        kind=kind,
        received_on=received_on,
        name=name,
        address=f"{address.strip()}, {code}",
        phone=phone,
        reply_to=reply_to,
        note=note,
        area=queries.area_of_postcode(code),
    )


def match_request(*, by: Member, request: SubjectRequest, person: UUID) -> None:
    """Say whom a request is about, once they have been found."""
    queries.person_seen_by(by, person)
    with transaction.atomic():
        waiting = _open(by, request)
        waiting.person = person
        waiting.save(update_fields=["person"])
        _tell(by, "match_request", waiting)


def suppress_request(*, by: Member, request: SubjectRequest) -> None:
    """Keep somebody whom we do not hold off every later list: their number, name and address."""
    with transaction.atomic():
        waiting = _open(by, request)
        if waiting.asked_phone:
            suppress(by=by, kind=Suppression.Kind.PHONE, value=waiting.asked_phone)
        if waiting.asked_address:
            named = rules.name_and_address(waiting.asked_name, waiting.asked_address)
            suppress(by=by, kind=Suppression.Kind.NAME_AND_ADDRESS, value=named)
        _tell(by, "suppress_request", waiting)


def acknowledge_request(*, by: Member, request: SubjectRequest) -> None:
    """Record that the one who asked was told that it is being dealt with. Safe to repeat."""
    with transaction.atomic():
        waiting = _open(by, request)
        if waiting.acknowledged_at is None:
            waiting.acknowledged_at = clock.now()
            waiting.save(update_fields=["acknowledged_at"])
            _tell(by, "acknowledge_request", waiting)


def extend_request(*, by: Member, request: SubjectRequest, because: str) -> None:
    """Take the further months that the law allows for a complex request, telling the asker why."""
    rule = rules.deadline_for(request.kind, request.received_on)
    if not rule.further_months:
        raise Refused(_("The law gives no longer time for this kind of request."))
    if not because.strip():
        raise Refused(_("Give the reason that you told the one who asked."))
    with transaction.atomic():
        waiting = _open(by, request)
        if clock.today() > waiting.due_on:
            raise Refused(_("It is overdue: an extension must be told within the first month."))
        waiting.extended_because = because.strip()[:300]
        waiting.due_on = rules.due_on(waiting.kind, waiting.received_on, extended=True)
        waiting.save(update_fields=["extended_because", "due_on"])
        _tell(by, "extend_request", waiting)


def answer_request(*, by: Member, request: SubjectRequest, outcome: str) -> None:
    """Close a request with what was done; the name and addresses given with it are emptied."""
    if not outcome.strip():
        raise Refused(_("Say what was done, in a sentence."))
    with transaction.atomic():
        waiting = _open(by, request)
        waiting.answered_at = clock.now()
        waiting.answered_by = by
        waiting.outcome = outcome.strip()[:300]
        for given in ("asked_name", "asked_address", "asked_phone", "reply_to", "note"):
            setattr(waiting, given, "")
        waiting.save()
        _tell(by, "answer_request", waiting)


def _open(by: Member, request: SubjectRequest) -> SubjectRequest:
    """The request, locked, where ``by`` may deal with it and nobody has closed it."""
    queries.request_seen_by(by, request.pk)
    waiting = SubjectRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if waiting.answered_at is not None:
        raise Refused(_("This request has been answered already."))
    return waiting


def _tell(by: Member | None, verb: str, request: SubjectRequest) -> None:
    write_audit_line(
        by=by.pk if by else None,
        action=f"privacy.{verb}",
        subject=f"subject_request:{request.pk}",
        details={"kind": request.kind},
    )
