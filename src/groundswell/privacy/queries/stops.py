"""Who may be contacted how: consents, stops, and the suppression list."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import islice
from uuid import UUID

from django.db.models import Q, QuerySet

from groundswell.common import statements
from groundswell.common.errors import ProviderTrouble
from groundswell.privacy import rules
from groundswell.privacy.models import Consent, StopContact, Suppression, SuppressionKeyMark
from groundswell.privacy.providers.suppression_key import key_mark, keyed_hash

_MANY = 500
_IS_SUPPRESSED = """
SELECT EXISTS (
        SELECT 1 FROM privacy_suppression
        WHERE kind = %(kind)s AND hash = %(hash)s AND channel IN ('', %(channel)s)
          AND lifted_at IS NULL
    ),
    EXISTS (SELECT 1 FROM privacy_suppression)
        AND NOT EXISTS (SELECT 1 FROM privacy_suppressionkeymark WHERE mark = %(mark)s)
"""


def consents_of(person: UUID) -> QuerySet[Consent]:
    """Every consent on record, withdrawn ones too, newest first."""
    return Consent.objects.filter(person=person).order_by("-given_at", "-pk")


def consented_people(people: Collection[UUID], channel: str) -> set[UUID]:
    """Those of ``people`` whose own consent to ``channel`` stands."""
    standing = Consent.objects.filter(channel=channel, withdrawn_at=None)
    return _among(standing.values_list("person", flat=True), people)


def stops_of(person: UUID) -> QuerySet[StopContact]:
    """What somebody asked us to stop, lifted or not, newest first."""
    return StopContact.objects.filter(person=person).order_by("-asked_at", "-pk")


def stopped_channels(people: Collection[UUID] | None = None) -> dict[UUID, set[str]]:
    """The channels that stand stopped for each of ``people`` (None: everybody); "" is wholly."""
    stopped: dict[UUID, set[str]] = defaultdict(set)
    standing = StopContact.objects.filter(lifted_at=None).values_list("person", "channel")
    for part in [None] if people is None else _parts(list(people)):
        rows = standing if part is None else standing.filter(person__in=part)
        for person, channel in rows.iterator():
            stopped[person].add(channel)
    return dict(stopped)


def suppressed_among(kind: str, values: Iterable[str], channel: str = "") -> set[str]:
    """Those of ``values`` that are on the suppression list, wholly or for ``channel``.

    ``kind`` is a ``Suppression.Kind``; values come as they are known (a name and address through
    ``rules.name_and_address``). A few values are looked up by their hashes; for a whole register
    the list, short beside it, is read once. With a key other than the list's own nobody would be
    found: that is ``ProviderTrouble``, never an empty answer.
    """
    applies = Q(channel="") | Q(channel=channel)
    listed = Suppression.objects.filter(applies, kind=kind, lifted_at=None)
    rest = iter(values)
    few = _hashed(kind, islice(rest, _MANY))
    if not few or not listed.exists():
        return set()
    _must_be_the_same_key()
    more = _hashed(kind, rest)
    if not more:
        hashes = set(listed.filter(hash__in=set(few.values())).values_list("hash", flat=True))
    else:
        hashes = set(listed.values_list("hash", flat=True))
    return {value for value, told in (few | more).items() if told in hashes}


def _hashed(kind: str, values: Iterable[str]) -> dict[str, str]:
    return {value: keyed_hash(rules.as_hashed(kind, value)) for value in values}


def is_suppressed(kind: str, value: str, channel: str) -> bool:
    """The same of one value, asked in the moment before it is used: two looks along an index."""
    asked = {
        "kind": str(kind),
        "hash": keyed_hash(rules.as_hashed(kind, value)),
        "channel": str(channel),
        "mark": key_mark(),
    }
    ((listed, another_key),) = statements.rows(_IS_SUPPRESSED, asked)
    if another_key:
        _must_be_the_same_key()
    return bool(listed)


def _must_be_the_same_key() -> None:
    if not SuppressionKeyMark.objects.filter(mark=key_mark()).exists():
        raise ProviderTrouble(
            "the suppression key in the home folder is not the one of the list", permanent=True
        )


def _among(standing: QuerySet[Consent, UUID], people: Collection[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    for part in _parts(list(people)):
        found.update(standing.filter(person__in=part))
    return found


def _parts(people: list[UUID]) -> Iterable[list[UUID]]:
    return (people[start : start + _MANY] for start in range(0, len(people), _MANY))
