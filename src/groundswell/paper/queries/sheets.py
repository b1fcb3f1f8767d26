"""A round as it goes on paper: the same doors in the same order as in the app."""

from django.utils import timezone
from django.utils.translation import gettext as _

from groundswell.doorstep.models import Round
from groundswell.doorstep.queries import WalkedDoor, WalkedPerson, walk
from groundswell.members.models import Member
from groundswell.paper.rules.sheets import EDITIONS, Door, Person, Sheet, deal_out


def sheets_of(member: Member, walked: Round, edition: str) -> list[Sheet]:
    """The sheets of a round as it stands now; NotFound for whoever may not see it.

    Who is asked for is what the walk says: nobody anonymous, nobody who asked to be left alone.
    """
    doors = [_door(door) for door in walk(member, walked).doors]
    return deal_out(doors, EDITIONS[edition])


def label_of(address: str, street: str) -> str:
    """What tells a door from others in its street: the address up to the street's name."""
    before, found, _after = address.partition(street) if street else (address, "", "")
    return before.strip(" ,") if found and before.strip(" ,") else address


def _door(door: WalkedDoor) -> Door:
    return Door(
        household_id=door.household_id,
        label=label_of(door.address, door.street),
        street=door.street,
        people=() if door.do_not_send else tuple(_person(one) for one in door.people),
        note="" if door.do_not_send else door.access_note,
        nobody=door.do_not_send,
        latitude=door.latitude,
        longitude=door.longitude,
    )


def _person(one: WalkedPerson) -> Person:
    intention = one.intention
    known = [_("Speaks %(language)s") % {"language": one.language}] if one.language else []
    if one.came_last:
        known.append(_("you came last"))
    return Person(
        elector_id=one.elector_id,
        elector_number=one.elector_number,
        name=one.name,
        letter=(intention.letter or intention.label[:3]) if intention else "",
        said_on=f"{timezone.localtime(intention.at):%m/%y}" if intention else "",
        postal=one.postal,
        known=", ".join(known),
    )
