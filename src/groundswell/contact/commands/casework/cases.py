"""What is done about a case: each step appended, safe to repeat under the page's own key."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.contact.commands.casework.telling import record_said
from groundswell.contact.commands.casework.writing import tell_of_case
from groundswell.contact.models import Case, CaseEntry
from groundswell.contact.models.casework import WORDS_LENGTH
from groundswell.contact.queries.casework import case_for, may_be_named
from groundswell.contact.rules.said import ISSUE, Said
from groundswell.members.models import Member
from groundswell.privacy.models import Channel
from groundswell.register.queries import elector_seen_by

Kind = CaseEntry.Kind
State = Case.State


def open_case(
    *,
    by: Member,
    constituency_id: int,
    elector_id: int,
    key: UUID,
    note: str,
    channel: str = Channel.PHONE,
    reply_channel: str = "",
    reply_to: str = "",
) -> Case:
    """Open a case by hand for an elector whom ``by`` may see. Safe to repeat."""
    elector = elector_seen_by(by, constituency_id, elector_id)
    if not note.strip():
        raise Refused(_("Write what the issue is."))
    record_said(
        by=by,
        constituency_id=elector.constituency_id,
        elector_id=elector.pk,
        said=[Said(key, ISSUE, note, reply_channel, reply_to)],
        channel=channel if channel in Channel.values else Channel.PHONE,
        told_at=clock.now(),
    )
    return Case.objects.get(constituency=constituency_id, id_on_device=key)


def note_on_case(*, by: Member, constituency_id: int, case_id: int, key: UUID, words: str) -> Case:
    """Write down what was found out or promised."""
    return _step(by, constituency_id, case_id, Kind.NOTE, key, words)


def reply_to_case(
    *, by: Member, constituency_id: int, case_id: int, key: UUID, words: str, channel: str
) -> Case:
    """Note that whoever raised it has had an answer, how, and what it was."""
    if channel not in Channel.values:
        raise Refused(_("Say how you answered: by telephone, letter, e-mail or at the door."))
    return _step(
        by,
        constituency_id,
        case_id,
        Kind.REPLIED,
        key,
        words,
        state=State.ANSWERED,
        channel=channel,
    )


def close_case(*, by: Member, constituency_id: int, case_id: int, key: UUID, words: str) -> Case:
    """Close a case with what came of it."""
    return _step(by, constituency_id, case_id, Kind.CLOSED, key, words, state=State.CLOSED)


def reopen_case(*, by: Member, constituency_id: int, case_id: int, key: UUID, words: str) -> Case:
    """Open an answered or closed case again, and say why."""
    return _step(by, constituency_id, case_id, Kind.REOPENED, key, words, state=State.OPEN)


def hand_case(
    *, by: Member, constituency_id: int, case_id: int, key: UUID, to: Member, words: str = ""
) -> Case:
    """Give a case to somebody else, who is told by mail."""
    with transaction.atomic():
        case = _locked(by, constituency_id, case_id)
        if not may_be_named(case, to):
            raise Refused(_("They cannot take cases: an organiser has to vouch for them first."))
        case, new = _append(by, case, Kind.HANDED, key, words, to=to, named=to)
        if new and to != by:
            tell_of_case(case, to, key)
    return case


def _step(
    by: Member, constituency_id: int, case_id: int, kind: str, key: UUID, words: str, **change: Any
) -> Case:
    if not words.strip():
        raise Refused(_("Write a sentence: whoever looks after this case next will need it."))
    with transaction.atomic():
        case = _locked(by, constituency_id, case_id)
        return _append(by, case, kind, key, words, **change)[0]


def _append(
    by: Member, case: Case, kind: str, key: UUID, words: str, **change: Any
) -> tuple[Case, bool]:
    """Append an entry; ``change`` holds its own fields, and those of the case that change."""
    now = clock.now()
    of_entry: dict[str, Any] = {
        name: change.pop(name) for name in ("to", "channel") if name in change
    }
    _entry, new = CaseEntry.objects.get_or_create(
        constituency_id=case.constituency_id,
        key=key,
        defaults={
            "case": case,
            "kind": kind,
            "member": by,
            "words": words.strip()[:WORDS_LENGTH],
            "at": now,
            **of_entry,
        },
    )
    if new and change:
        if "state" in change:
            change["closed_at"] = now if change["state"] == State.CLOSED else None
        for name, value in change.items():
            setattr(case, name, value)
        case.save(update_fields=list(change))
    if new:
        write_audit_line(by=by.pk, action=f"contact.case_{kind}", subject=f"case:{case.pk}")
    return case, new


def _locked(by: Member, constituency_id: int, case_id: int) -> Case:
    case = case_for(by, constituency_id, case_id)
    return Case.objects.select_for_update().get(constituency=case.constituency_id, pk=case.pk)
