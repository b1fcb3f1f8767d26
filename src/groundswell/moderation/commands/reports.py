"""Reporting a thing."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.members.models import Member
from groundswell.moderation import registry
from groundswell.moderation.commands.steps import note_step
from groundswell.moderation.commands.telling import tell_deciders
from groundswell.moderation.models import Outcome, Report, Step
from groundswell.moderation.rules import due_at


def report(
    *,
    by: Member | None,
    kind: str,
    thing: int,
    reason: str,
    words: str = "",
    email: str = "",
    mark: str = "",
) -> Report:
    """Say that a thing should not be there; safe to repeat, a second one is the first.

    ``by`` None is somebody without an account, who may leave an ``email`` for the answer. Who
    cannot see the thing, nor has a ``mark`` of its page, cannot report it: ``NotFound``.
    """
    told = registry.content(kind)
    described = told.describe(thing) if told else None
    if told is None or described is None or not registry.is_shown_to(told, by, thing, mark):
        raise NotFound
    if reason not in Report.Reason.values:
        raise Refused(_("Choose what is wrong with it."))
    if reason == Report.Reason.OTHER and not words.strip():
        raise Refused(_("Say in a sentence what is wrong with it."))
    if by is not None and (there := _open_one(by, kind, thing)):
        return there
    law = described.independent and reason == Report.Reason.UNLAWFUL
    now = clock.now()
    try:
        with transaction.atomic():
            made = Report.objects.create(
                kind=kind,
                thing=thing,
                reason=reason,
                words=words.strip()[:1000],
                reporter=by,
                reporter_email="" if by else email.strip()[:254],
                author_id=described.author_id,
                text_then=described.text[:20_000],
                where=described.where[:200],
                independent=described.independent,
                desk=Report.Desk.LAW if law else Report.Desk.PLACE,
                made_at=now,
                due_at=due_at(reason, now),
            )
            note_step(by=by, report=made, what=Step.What.REPORTED)
            tell_deciders(made)
    except IntegrityError:  # the same member, in the same moment
        if by is not None and (there := _open_one(by, kind, thing)):
            return there
        raise
    return made


def _open_one(by: Member, kind: str, thing: int) -> Report | None:
    found = Report.objects.filter(kind=kind, thing=thing, reporter=by, outcome=Outcome.OPEN)
    return found.first()
