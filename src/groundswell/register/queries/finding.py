"""Finding somebody who asks for their rights, by name and address as they write them."""

from django.db.models import Q

from groundswell.common import postcode as postcodes
from groundswell.members.models import Member, Role
from groundswell.register.models import ContactDetail, Elector
from groundswell.register.queries.electors import with_homes
from groundswell.register.queries.matching import RowToMatch, name_of
from groundswell.register.queries.reach import Reach, reach_of
from groundswell.register.rules.address import household_key, read_address
from groundswell.register.rules.names import name_key
from groundswell.register.rules.text import fold
from groundswell.register.rules.whose_row import home_likeness, name_likeness, person

MAY_FIND = (Role.Kind.AGENT, Role.Kind.DATA_MANAGER)
MOST_FOUND, _MOST_WEIGHED = 50, 500


def find_people(member: Member, name: str, address: str, phone: str) -> list[Elector]:
    """People of the areas the member is agent or data manager of, the likeliest first.

    Closed entries are found too, as rights do not end with a register; ``phone`` is E.164.
    """
    reach = reach_of(member, *MAY_FIND)
    known = Elector.objects.filter(reach.electors, constituency_id__in=reach.seats)
    asked = _conditions(reach, name, address, phone)
    if asked is None:
        return []
    rows = with_homes(known.filter(asked)).order_by("gone_at", "pk")[:_MOST_WEIGHED]
    weighed = sorted(rows, key=lambda elector: -_likeness(elector, name, address))
    people: dict[object, Elector] = {}
    for elector in weighed:
        people.setdefault(elector.person, elector)
    return list(people.values())[:MOST_FOUND]


def _conditions(reach: Reach, name: str, address: str, phone: str) -> Q | None:
    """Namesakes, those at the postcode with a like name, and those with the number."""
    asked = []
    if name.strip():
        surname, forename = name_of(RowToMatch(full_name=name))
        key = name_key(surname, forename)
        asked.append(Q(name_key=key) if forename else Q(name_key__startswith=fold(surname)))
    postcode = _postcode(address)
    if postcode:
        at_home = Q(household__constituency_id__in=reach.seats, household__postcode=postcode)
        surname = fold(name_of(RowToMatch(full_name=name))[0]) if name.strip() else ""
        asked.append(at_home & Q(name_key__startswith=surname[:2]))
    elif address.strip() and not name.strip():
        street = read_address([address]).street
        at_street = Q(household__street__iexact=street)
        asked.append(Q(household__constituency_id__in=reach.seats) & at_street)
    if phone:
        asked.append(Q(pk__in=_with_number(reach, phone)))
    if not asked:
        return None
    condition = asked[0]
    for other in asked[1:]:
        condition |= other
    return condition


def _likeness(elector: Elector, name: str, address: str) -> float:
    postcode = _postcode(address)
    home = household_key(read_address([address]), postcode) if address.strip() else ""
    surname, forename = name_of(RowToMatch(full_name=name)) if name.strip() else ("", "")
    asked = person(surname, forename, home, postcode, address)
    there = elector.household
    held = person(
        elector.surname,
        elector.forename,
        there.key if there else "",
        there.postcode if there else "",
        there.address if there else "",
    )
    named = name_likeness(asked, held) if asked.surname else 0.0
    return named + home_likeness(asked, held)


def _with_number(reach: Reach, phone: str) -> list[int]:
    return list(
        ContactDetail.objects.filter(constituency_id__in=reach.seats, value=phone).values_list(
            "elector_id", flat=True
        )[:MOST_FOUND]
    )


def _postcode(address: str) -> str:
    """A postcode at the end of an address on one line."""
    words = address.replace(",", " ").split()
    for count in (2, 1):
        if code := postcodes.tidy(" ".join(words[-count:])):
            return code
    return ""
