"""To whom a mailing goes: people of a universe who may be written to, with their addresses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths, in_areas
from groundswell.paper.models import Mailing
from groundswell.paper.rules.merging import names_together
from groundswell.privacy.models import Channel
from groundswell.register.models import Elector
from groundswell.register.queries.electors import with_homes
from groundswell.targeting.models import Universe
from groundswell.targeting.queries import constituencies_of, universe_sql

_AT_ONCE = 500


@dataclass(frozen=True)
class Reader:
    """One piece of post: whom it names, where it goes, and what may be filled in."""

    people: tuple[UUID, ...]
    lines: tuple[str, ...]
    fields: dict[str, str]


def mailings_for(member: Member) -> QuerySet[Mailing]:
    """The mailings of the areas that the member organises, the newest first."""
    paths = covered_paths(member, Role.Kind.ORGANISER)
    return (
        Mailing.objects.filter(in_areas("universe__area", paths))
        .select_related("universe", "universe__area", "made_by")
        .order_by("-pk")
    )


def mailing_for(member: Member, mailing_id: int) -> Mailing:
    """One of them; else NotFound."""
    mailing = mailings_for(member).filter(pk=mailing_id).first()
    if mailing is None:
        raise NotFound
    return mailing


def readers_of(universe: Universe, per: str) -> Iterator[Reader]:
    """Everybody of a universe who may get post, by address; for the printing command.

    Left out: who asked for no post or for no contact, anonymous entries (they are in no universe),
    whoever has no address, and households that rest.
    """
    for seat in constituencies_of(universe):
        homes = groupby(_electors(universe, seat), key=lambda one: one.household_id)
        for _home, together in homes:
            people = list(together)
            if per == Mailing.Per.HOUSEHOLD:
                yield _reader(people)
            else:
                yield from (_reader([one]) for one in people)


def _electors(universe: Universe, seat: int) -> Iterator[Elector]:
    sql, parameters = universe_sql(universe, seat, channel=Channel.POST)
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        ids = [row[0] for row in cursor.fetchall()]
    found: list[Elector] = []
    for start in range(0, len(ids), _AT_ONCE):
        part = Elector.objects.filter(constituency_id=seat, pk__in=ids[start : start + _AT_ONCE])
        found += with_homes(part.exclude(household=None).exclude(kind=Elector.Kind.ANONYMOUS))
    return iter(sorted(found, key=_by_address))


def _by_address(elector: Elector) -> tuple[str, str, int, str, int, int]:
    """Postcode by postcode, as the post is walked; the people of a home beside one another."""
    home = elector.household
    if home is None:
        return ("", "", 0, "", 0, elector.pk)
    order = (home.postcode, home.street, home.number_order, home.address)
    return (*order, home.pk, elector.pk)


def _reader(people: Iterable[Elector]) -> Reader:
    them = list(people)
    home = them[0].household
    names = names_together(((one.forename, one.surname) for one in them), _("and"))
    where = [part.strip() for part in home.address.split(",")] if home else []
    postcode = home.postcode if home else ""
    return Reader(
        people=tuple(one.person for one in them),
        lines=tuple(line for line in (names, *where, postcode) if line),
        fields={
            "name": names,
            "forename": names_together(((one.forename, "") for one in them), _("and")).strip(),
            "surname": them[0].surname,
            "street": home.street if home else "",
            "address": home.address if home else "",
            "town": home.town if home else "",
            "postcode": postcode,
            "ward": them[0].ward.name if them[0].ward else "",
            "date": date_format(clock.today(), "DATE_FORMAT"),
        },
    )
