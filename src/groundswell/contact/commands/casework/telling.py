"""Keeping what somebody told us beside a result: an issue becomes a case, an offer a task."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.contact.models import Case, CaseEntry, Offer
from groundswell.contact.models.casework import NOTE_LENGTH
from groundswell.contact.queries.casework.placing import place_of, who_answers_for
from groundswell.contact.rules.said import ISSUE, KINDS, Said, reply_by
from groundswell.members.models import Member
from groundswell.privacy.models import Channel

_NAME_LENGTH = 120
_REPLY_LENGTH = 254


def record_said(
    *,
    by: Member | None,
    constituency_id: int,
    said: Sequence[Said],
    channel: str,
    told_at: datetime,
    elector_id: int | None = None,
    household_id: int | None = None,
    effort_id: int | None = None,
    result_id: UUID | None = None,
    on_behalf_of: str = "",
) -> tuple[UUID, ...]:
    """Keep what was told: an issue as a case with a person and a day, an offer as a task.

    Returns the ids that are new; a repeat is known by ``Said.id``. ``elector_id`` or
    ``household_id`` says of whom; the channel has checked that they are in the teller's hands.
    ``result_id`` is the result it came beside, so that undoing that takes this back. Joins the
    caller's transaction, so that result and words are kept together or not at all. Only the id of
    ``by`` is used. Refuses what is no kind of thing to be told.
    """
    if not said:
        return ()
    if any(one.kind not in KINDS for one in said):
        raise Refused(_("This version does not know one of the things you were told: update it."))
    with transaction.atomic(savepoint=False):
        place = place_of(constituency_id, elector_id, household_id)
        now = clock.now()
        facts: dict[str, Any] = {
            "result_id": result_id,
            "elector_id": place.elector_id,
            "household_id": place.household_id,
            "council_id": place.council_id,
            "ward_id": place.ward_id,
            "polling_district_id": place.polling_district_id,
            "effort_id": effort_id,
            "channel": channel,
            "told_to_id": by.pk if by else None,
            "on_behalf_of": on_behalf_of.strip()[:_NAME_LENGTH],
            "told_at": min(told_at, now),
            "recorded_at": now,
        }
        named = None
        if any(one.kind == ISSUE for one in said):
            named = who_answers_for(constituency_id, place)
        new = tuple(one.id for one in said if _keep(constituency_id, one, facts, named))
        if new:
            write_audit_line(
                by=by.pk if by else None,
                action="contact.record_said",
                subject=f"constituency:{constituency_id}",
                details={"told": [str(one) for one in new]},
            )
    return new


def withdraw_said(*, by: Member | None, constituency_id: int, result_id: UUID) -> int:
    """Take back what was told beside a result that was undone; how many there were.

    Only what nobody has taken up since: it is closed and says so, and stays to be seen. Safe to
    repeat.
    """
    now = clock.now()
    with transaction.atomic(savepoint=False):
        beside = {"constituency": constituency_id, "result_id": result_id}
        ended = Offer.objects.filter(**beside, state=Offer.State.OPEN).update(
            state=Offer.State.DECLINED,
            ended_at=now,
            came_of_it=_("The result it came with was undone."),
        )
        for case in Case.objects.filter(**beside, state=Case.State.OPEN):
            entries = CaseEntry.objects.filter(constituency=constituency_id, case=case)
            if entries.exists():
                continue
            case.state, case.closed_at = Case.State.CLOSED, now
            case.save(update_fields=["state", "closed_at"])
            CaseEntry.objects.create(
                constituency_id=constituency_id,
                case=case,
                kind=CaseEntry.Kind.TAKEN_BACK,
                member_id=by.pk if by else None,
                words=_("The result it came with was undone."),
                at=now,
            )
            ended += 1
    return ended


def _keep(constituency_id: int, said: Said, facts: dict[str, Any], named: Member | None) -> bool:
    own: dict[str, Any] = {"note": said.note.strip()[:NOTE_LENGTH]}
    known = {"constituency_id": constituency_id, "id_on_device": said.id}
    if said.kind != ISSUE:
        _offer, new = Offer.objects.get_or_create(
            **known, defaults=facts | own | {"kind": said.kind}
        )
        return new
    told_on = timezone.localtime(facts["told_at"]).date()
    own |= {
        "named": named,
        "reply_by": reply_by(told_on, clock.today(), settings.ENVIRONMENT.case_reply_days),
        "reply_channel": said.reply_channel if said.reply_channel in Channel.values else "",
        "reply_to": said.reply_to.strip()[:_REPLY_LENGTH],
    }
    _case, new = Case.objects.get_or_create(**known, defaults=facts | own)
    return new
