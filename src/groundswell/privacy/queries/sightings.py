"""Who was shown somebody's details."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from groundswell.privacy.models import Sighting
from groundswell.privacy.wording import purpose_in_words


@dataclass(frozen=True)
class Seen:
    """One time that a member was shown a person: when, who, for what in words."""

    at: datetime
    member: str
    purpose: str


def who_has_seen(person: UUID) -> list[Seen]:
    """Every time that the person was shown to somebody, newest first."""
    rows = Sighting.objects.filter(person=person).select_related("member").order_by("-at", "-pk")
    return [
        Seen(
            at=row.at,
            member=row.member.name if row.member else "",
            purpose=purpose_in_words(row.purpose),
        )
        for row in rows
    ]
