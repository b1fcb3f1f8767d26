"""Everything held on a person, in one piece."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.members.models import Member
from groundswell.privacy.queries.people import person_seen_by
from groundswell.privacy.queries.sightings import Seen, who_has_seen
from groundswell.privacy.registry import FoundPerson, Row, Value, holders


@dataclass(frozen=True)
class Section:
    """What one part holds on a person."""

    name: str
    title: str
    rows: list[Row]

    def in_words(self) -> list[list[tuple[str, str]]]:
        """The rows as people read them: (heading, text) pairs, empty ones left out."""
        worded = [[(head, in_words(value)) for head, value in row.items()] for row in self.rows]
        return [[pair for pair in row if pair[1]] for row in worded]


@dataclass(frozen=True)
class Held:
    """All that is held on a person, and who was shown it."""

    found: FoundPerson
    made_at: datetime
    sections: list[Section]
    seen: list[Seen]

    def as_plain(self) -> dict[str, Any]:
        """The same as plain JSON: text, numbers, lists, dates as ISO 8601."""
        return {
            "organisation": settings.ENVIRONMENT.organisation_name,
            "made_at": self.made_at.isoformat(),
            "person": {"name": self.found.name, "address": self.found.address},
            "held": [
                {
                    "part": section.name,
                    "title": section.title,
                    "rows": [
                        {heading: _plain(value) for heading, value in row.items()}
                        for row in section.rows
                    ],
                }
                for section in self.sections
            ],
            "seen_by": [
                {"at": seen.at.isoformat(), "member": seen.member, "purpose": seen.purpose}
                for seen in self.seen
            ],
        }


def everything_held(member: Member, person: UUID) -> Held:
    """All that every part holds on the person, empty sections left out; NotFound as ever."""
    found = person_seen_by(member, person)
    sections = [
        Section(name=holder.name, title=str(holder.title), rows=list(holder.export(person)))
        for holder in holders()
    ]
    return Held(
        found=found,
        made_at=clock.now(),
        sections=[section for section in sections if section.rows],
        seen=who_has_seen(person),
    )


def in_words(value: Value) -> str:
    """A value as people read it, in the language and time of the page."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value)
    return "" if value is None else str(value)


def _plain(value: Value) -> str | int | float | bool | None:
    return value.isoformat() if isinstance(value, date) else value
