"""Who stands in a filter, as the worker reads them; no page ever shows these rows."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from django.db import connection

from groundswell.friends.rules.keys import Known, keys_of
from groundswell.places.models import Area
from groundswell.privacy.models import Channel
from groundswell.privacy.queries import suppressed_among
from groundswell.privacy.rules import name_and_address
from groundswell.targeting.models import Universe
from groundswell.targeting.queries import universe_sql

# What several people share stands for somebody only where at least half of them are meant.
_MEANT = 0.5
_LISTED = """
    SELECT e.id, e.forename, e.surname, COALESCE(h.address, ''), COALESCE(h.postcode, '')
    FROM register_elector e
    LEFT JOIN register_household h
        ON h.constituency_id = e.constituency_id AND h.id = e.household_id
    WHERE e.constituency_id = %s AND e.gone_at IS NULL AND e.kind <> 'anonymous'"""
_DETAILS = """
    SELECT d.elector_id, d.kind, d.value FROM register_contactdetail d
    WHERE d.constituency_id = %s AND d.retired_at IS NULL"""


class Listed(NamedTuple):
    """An elector in force, as listed."""

    elector: int
    forename: str
    surname: str
    address: str
    postcode: str


@dataclass(frozen=True)
class Residents:
    """A constituency: everybody listed, those who may be written to, and their details."""

    listed: tuple[Listed, ...]
    free: frozenset[int]
    phones: dict[int, list[str]]
    emails: dict[int, list[str]]

    def keys(self, chosen: Collection[int]) -> Iterator[str]:
        """The keys of those chosen.

        Names, landlines and homes are shared: a key is left out where most who share it here
        are not chosen, for it would say "matters most" of the wrong friend.
        """
        told = {one.elector: keys_of(self._known(one)) for one in self.listed}
        everybody = Counter(chain.from_iterable(told.values()))
        meant = Counter(chain.from_iterable(told.get(one, ()) for one in chosen))
        return (key for key, count in meant.items() if count >= _MEANT * everybody[key])

    def _known(self, one: Listed) -> Known:
        return Known(
            surname=one.surname,
            forename=one.forename,
            postcode=one.postcode,
            phones=tuple(self.phones.get(one.elector, ())),
            emails=tuple(self.emails.get(one.elector, ())),
        )


def residents_of(constituency: Area) -> Residents:
    """Everybody there. Free are those who have not stopped contact, are old enough and listed.

    Whoever is on the suppression list, by number, address or name, is not free either.
    """
    listed = tuple(Listed(*row) for row in _rows(_LISTED, constituency.pk))
    phones: dict[int, list[str]] = {}
    emails: dict[int, list[str]] = {}
    for elector, kind, value in _rows(_DETAILS, constituency.pk):
        (phones if kind == "phone" else emails).setdefault(elector, []).append(value)
    barred = _suppressed(listed, phones, emails)
    everybody = Universe(area=constituency, rule={"match": "all", "conditions": []})
    free = people_of(everybody, constituency.pk) - barred
    return Residents(listed, frozenset(free), phones, emails)


def people_of(universe: Universe, constituency_id: int) -> set[int]:
    """The electors of a universe whom friends may speak to, those who rest from calls included."""
    sql, parameters = universe_sql(universe, constituency_id, channel=Channel.FRIEND, resting=True)
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return {row[0] for row in cursor.fetchall()}


def _suppressed(
    listed: tuple[Listed, ...], phones: dict[int, list[str]], emails: dict[int, list[str]]
) -> set[int]:
    found: set[int] = set()
    for kind, details in (("phone", phones), ("email", emails)):
        owners = [(value, elector) for elector, told in details.items() for value in told]
        bad = suppressed_among(kind, [value for value, _elector in owners], Channel.FRIEND)
        found.update(elector for value, elector in owners if value in bad)
    homes = [
        (name_and_address(f"{one.forename} {one.surname}".strip(), one.address, one.postcode), one)
        for one in listed
        if one.surname and one.address
    ]
    bad = suppressed_among("name_address", [home for home, _one in homes], Channel.FRIEND)
    return found | {one.elector for home, one in homes if home in bad}


def _rows(statement: str, constituency_id: int) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [constituency_id])
        yield from cursor.fetchall()
