"""The people of a universe in full, for a list that leaves the site."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from groundswell.contact.models import ElectorState
from groundswell.privacy.models import Channel
from groundswell.register.models import Elector
from groundswell.register.queries.electors import with_homes
from groundswell.targeting.models import Universe
from groundswell.targeting.queries.areas import constituencies_of
from groundswell.targeting.queries.queue import universe_sql

_AT_ONCE = 500


@dataclass(frozen=True)
class Exported:
    """One person as a list has them; never a telephone number, which is for phone banks alone."""

    person: UUID
    number: str
    name: str
    address: str
    postcode: str
    ward: str
    polling_district: str
    absent_vote: str
    voting_intention: str


def people_to_export(universe: Universe) -> Iterator[Exported]:
    """Those of a universe who may be written to now, household by household.

    Who asked for no contact, by post or wholly, and whose household rests, is not among them. For
    the export's command, which has asked who is asking.
    """
    for seat in constituencies_of(universe):
        sql, parameters = universe_sql(universe, seat, channel=Channel.POST)
        with connection.cursor() as cursor:
            cursor.execute(f"{sql} ORDER BY position", parameters)
            ids = [row[0] for row in cursor.fetchall()]
        for start in range(0, len(ids), _AT_ONCE):
            yield from _in_full(seat, ids[start : start + _AT_ONCE])


def _in_full(seat: int, ids: list[int]) -> Iterator[Exported]:
    electors = with_homes(Elector.objects.filter(constituency_id=seat)).in_bulk(ids)
    states = ElectorState.objects.filter(constituency_id=seat, elector_id__in=ids)
    intentions = {state.elector_id: state.get_voting_intention_display() for state in states}
    for pk in ids:
        if (elector := electors.get(pk)) is None:
            continue
        home = elector.household
        yield Exported(
            person=elector.person,
            number=elector.elector_number,
            name=" ".join(part for part in (elector.title, str(elector)) if part),
            address=home.address if home else "",
            postcode=home.postcode if home else "",
            ward=elector.ward.name if elector.ward else "",
            polling_district=elector.polling_district.name if elector.polling_district else "",
            absent_vote=elector.get_absent_vote_display() if elector.absent_vote else "",
            voting_intention=intentions.get(pk, ""),
        )
