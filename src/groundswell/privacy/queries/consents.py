"""Consents that come many at a time, against those on record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from groundswell.privacy.models import Consent, Suppression

_MANY = 500


@dataclass(frozen=True)
class NewConsent:
    """A consent to be recorded: see ``record_consent`` for its parts."""

    person: UUID
    channel: str
    wording: str
    given_at: datetime
    how: str
    source: str


@dataclass(frozen=True)
class Sorted:
    """Those not on record yet, and those that were taken back after they were given."""

    new: list[NewConsent]
    withdrawn: list[NewConsent]


def sort_consents(consents: Sequence[NewConsent]) -> Sorted:
    """Which of these to record: each once, none twice, none older than its withdrawal.

    So the same file read again changes nothing, and an old file brings back nothing that somebody
    has taken back since.
    """
    on_record, withdrawn_at = _on_record({consent.person for consent in consents})
    sorted_ones = Sorted([], [])
    for consent in consents:
        key = (consent.person, consent.channel, consent.given_at)
        if key in on_record:
            continue
        on_record.add(key)
        taken_back = withdrawn_at.get((consent.person, consent.channel))
        if taken_back is not None and consent.given_at <= taken_back:
            sorted_ones.withdrawn.append(consent)
        else:
            sorted_ones.new.append(consent)
    return sorted_ones


def people_ever_consenting(channel: str) -> list[UUID]:
    """Everybody with a consent to the channel on record, withdrawn ones too."""
    people = Consent.objects.filter(channel=channel).order_by().values_list("person", flat=True)
    return list(people.distinct())


def kinds_suppressed_since(moment: datetime) -> set[str]:
    """The kinds of value that came onto the suppression list since then."""
    recent = Suppression.objects.filter(since__gte=moment, lifted_at=None)
    return set(recent.values_list("kind", flat=True))


def _on_record(
    people: Iterable[UUID],
) -> tuple[set[tuple[UUID, str, datetime]], dict[tuple[UUID, str], datetime]]:
    some = list(people)
    keys: set[tuple[UUID, str, datetime]] = set()
    withdrawn: dict[tuple[UUID, str], datetime] = {}
    for start in range(0, len(some), _MANY):
        rows = Consent.objects.filter(person__in=some[start : start + _MANY])
        for person, channel, given, ended in rows.values_list(
            "person", "channel", "given_at", "withdrawn_at"
        ):
            keys.add((person, channel, given))
            if ended is not None:
                known = withdrawn.get((person, channel), ended)
                withdrawn[person, channel] = max(known, ended)
    return keys, withdrawn
