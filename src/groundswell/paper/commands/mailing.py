"""Letters and labels: drawn up, and printed for whoever may get post."""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.common.ids import uuid7
from groundswell.look.organisation import organisation
from groundswell.members.models import Member
from groundswell.paper.models import Mailing, MailingRun
from groundswell.paper.providers.typesetting import pdf
from groundswell.paper.queries.readers import Reader, mailing_for, readers_of
from groundswell.paper.rules.merging import (
    FIELDS,
    LONGEST,
    filled_in,
    read_blocks,
    unknown_fields,
)
from groundswell.privacy.commands import note_sighting
from groundswell.targeting.queries import universe_for

MOST_PIECES = 2000
_LABELS = {Mailing.Kind.LABELS_21: (3, 7), Mailing.Kind.LABELS_14: (2, 7)}


@dataclass(frozen=True)
class MailingPlan:
    """What an organiser decides; a letter needs a text."""

    name: str
    kind: str
    per: str
    universe_id: int
    text: str = ""


@dataclass(frozen=True)
class Posted:
    """The file to print."""

    name: str
    content: bytes
    pieces: int


def draw_up_mailing(*, by: Member, plan: MailingPlan, mailing: Mailing | None = None) -> Mailing:
    """Save a mailing, a new one or a changed one, for a universe that ``by`` may use."""
    universe = universe_for(by, plan.universe_id)
    _refuse_what_cannot_be_printed(plan)
    with transaction.atomic():
        kept = mailing_for(by, mailing.pk) if mailing else Mailing(made_by=by, made_at=clock.now())
        kept.name, kept.kind, kept.per = plan.name.strip(), plan.kind, plan.per
        kept.universe, kept.text = universe, plan.text
        kept.save()
        write_audit_line(by=by.pk, action="paper.draw_up_mailing", subject=f"mailing:{kept.pk}")
    return kept


def print_mailing(*, by: Member, mailing_id: int, part: int = 1) -> Posted:
    """The PDF of a mailing for those who may get post now, at most 2,000 pieces a ``part``.

    Every page of a letter has the imprint, every page the name of whoever printed it; each reader
    keeps a note, the audit trail the file's SHA-256. Refuses a letter where no imprint is set.
    """
    mailing = mailing_for(by, mailing_id)
    if mailing.kind == Mailing.Kind.LETTER:
        refuse_without_imprint()
    readers = list(readers_of(mailing.universe, mailing.per))
    chosen = readers[(part - 1) * MOST_PIECES : part * MOST_PIECES]
    if not chosen:
        raise Refused(_("Nobody of this universe may get post now: nothing is printed."))
    run = uuid7()
    with transaction.atomic():
        content = _typeset(by, mailing, chosen, run)
        digest = hashlib.sha256(content).hexdigest()
        people = [one for reader in chosen for one in reader.people]
        MailingRun.objects.create(
            mailing=mailing,
            key=run,
            pieces=len(chosen),
            people=len(people),
            sha256=digest,
            printed_by=by,
            printed_at=clock.now(),
        )
        purpose = _("Printed for “%(name)s”") % {"name": mailing.name}
        note_sighting(by=by, purpose=purpose, people=people, batch=run)
        write_audit_line(
            by=by.pk,
            action="paper.print_mailing",
            subject=f"mailing:{mailing.pk}",
            details={"pieces": len(chosen), "people": len(people), "sha256": digest},
        )
    return Posted(f"{mailing.kind}-{mailing.pk}-{part}.pdf", content, len(chosen))


def refuse_without_imprint() -> None:
    """Printed matter must say who published it (RPA 1983 s.110, PPERA 2000 s.143)."""
    if not organisation().imprint.strip():
        raise Refused(
            _(
                "Set the imprint first (GROUNDSWELL_IMPRINT): a letter must say who promotes it "
                "and on whose behalf."
            )
        )


def _refuse_what_cannot_be_printed(plan: MailingPlan) -> None:
    if not plan.name.strip():
        raise Refused(_("Give it a name, so that you find it again."))
    if plan.kind not in Mailing.Kind.values or plan.per not in Mailing.Per.values:
        raise Refused(_("Choose letters or labels, and how many pieces."))
    if plan.kind != Mailing.Kind.LETTER:
        return
    if not plan.text.strip():
        raise Refused(_("Write the letter."))
    if len(plan.text) > LONGEST:
        raise Refused(_("The letter is too long: two pages at most, about 6,000 characters."))
    if unknown := unknown_fields(plan.text):
        raise Refused(
            _("“{%(field)s}” cannot be filled in. These can: %(fields)s.")
            % {"field": unknown[0], "fields": ", ".join(f"{{{one}}}" for one in FIELDS)}
        )


def _typeset(by: Member, mailing: Mailing, readers: list[Reader], run: UUID) -> bytes:
    words: dict[str, Any] = {
        "lang": (get_language() or "en")[:2],
        "title": mailing.name,
        "organisation": organisation().name,
        "contact": settings.ENVIRONMENT.contact_address,
        "imprint": organisation().imprint,
        "watermark": _watermark(by, run),
    }
    if mailing.kind == Mailing.Kind.LETTER:
        blocks = read_blocks(mailing.text)
        words["letters"] = [
            {"to": list(one.lines), "blocks": filled_in(blocks, one.fields)} for one in readers
        ]
        return pdf("letters", words)
    columns, rows = _LABELS[Mailing.Kind(mailing.kind)]
    words |= {
        "columns": columns,
        "rows": rows,
        "labels": [list(one.lines) for one in readers],
        "of": _("Labels"),
    }
    return pdf("labels", words)


def _watermark(by: Member, run: UUID) -> str:
    return _("Printed by %(member)s, %(when)s, %(code)s") % {
        "member": by.name,
        "when": date_format(timezone.localtime(clock.now()), "SHORT_DATETIME_FORMAT"),
        "code": run.hex[-8:].upper(),
    }
