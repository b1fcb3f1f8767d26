"""Whom a supporter spoke of: sought where their openings are, by number, address, name and home."""

from dataclasses import dataclass

from django.db.models import QuerySet
from rapidfuzz.distance import JaroWinkler

from groundswell.friends.models import Opening
from groundswell.friends.rules.names import Name, fold, forenames, names_in, sound
from groundswell.register.models import ContactDetail, Elector
from groundswell.targeting.queries import constituencies_of

# From which likeness of both names a number that two people share is this one's.
_LIKE = 0.85


@dataclass(frozen=True)
class Spoken:
    """What a supporter told of a friend's identity: E.164, lower-case address, tidied postcode."""

    name: str
    phone: str = ""
    email: str = ""
    postcode: str = ""


def elector_spoken_of(openings: list[Opening], spoken: Spoken) -> Elector | None:
    """The one elector it can only be; None where nobody or several fit.

    By telephone or e-mail with a name that fits, or by postcode and name. A name alone is never
    enough. Anonymous entries and those no longer listed are nobody.
    """
    seats = {seat for opening in openings for seat in constituencies_of(opening.universe)}
    names = names_in(spoken.name) or tuple(Name("", fold(word)) for word in spoken.name.split()[:1])
    found: dict[tuple[int, int], Elector] = {}
    for seat in sorted(seats):
        for elector in _with_details(seat, spoken) | _at_home(seat, spoken):
            if _fits(elector, names):
                found[seat, elector.pk] = elector
    return next(iter(found.values())) if len(found) == 1 else None


def _with_details(seat: int, spoken: Spoken) -> set[Elector]:
    values = [value for value in (spoken.phone, spoken.email) if value]
    if not values:
        return set()
    owners = ContactDetail.objects.filter(
        constituency=seat, value__in=values, retired_at=None
    ).values("elector")
    return set(_listed(seat).filter(pk__in=owners))


def _at_home(seat: int, spoken: Spoken) -> set[Elector]:
    if not spoken.postcode:
        return set()
    there = _listed(seat).filter(household__constituency=seat, household__postcode=spoken.postcode)
    return {
        elector
        for elector in there
        if any(_same_surname(elector, name) for name in names_in(spoken.name))
    }


def _listed(seat: int) -> QuerySet[Elector]:
    return Elector.objects.filter(constituency=seat, gone_at=None).exclude(
        kind=Elector.Kind.ANONYMOUS
    )


def _same_surname(elector: Elector, name: Name) -> bool:
    return sound(fold(elector.surname)) == sound(name.surname)


def _fits(elector: Elector, names: tuple[Name, ...]) -> bool:
    """Whether the forename fits (nickname and initial, too), and the surname where one is told."""
    given = fold(elector.forename)
    return any(
        _same_forename(given, name.forename)
        and (not name.surname or _like_surname(fold(elector.surname), name.surname))
        for name in names
    )


def _like_surname(one: str, other: str) -> bool:
    return sound(one) == sound(other) or JaroWinkler.similarity(one, other) >= _LIKE


def _same_forename(given: str, told: str) -> bool:
    if not given or not told:
        return False
    if len(told) == 1 or len(given) == 1:
        return given[0] == told[0]
    if set(forenames(given)) & set(forenames(told)):
        return True
    return float(JaroWinkler.similarity(given, told)) >= _LIKE
