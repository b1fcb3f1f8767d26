"""What was told beside a result, as far as this installation knows its kinds."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from groundswell.contact.rules.said import KINDS, Said
from groundswell.offline_app.rules.records import as_text, as_uuid

_LONGEST_NOTE = 1000
_MOST = 20


@dataclass(frozen=True)
class SaidBeside:
    """Things told of known kinds; ``flagged`` is a sentence where there was more."""

    said: tuple[Said, ...]
    flagged: str = ""


def said_beside(record: UUID, told: object) -> SaidBeside:
    """Read a list of {id, kind, note}: what only a newer app knows is left out and flagged."""
    listed = [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []
    said = tuple(
        Said(
            id=as_uuid(one.get("id")) or uuid5(record, str(place)),
            kind=as_text(one.get("kind"), 20),
            note=as_text(one.get("note"), _LONGEST_NOTE),
        )
        for place, one in enumerate(listed[:_MOST])
    )
    known = tuple(one for one in said if one.kind in KINDS)
    if len(known) == len(listed):
        return SaidBeside(known)
    return SaidBeside(
        known, _("It is counted, but tells of something that this installation does not know yet.")
    )
