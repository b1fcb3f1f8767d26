"""What somebody is known by in a telephone and in a register: the keys that are hashed.

``p:`` a number, ``e:`` an address for e-mail, ``h:`` surname as it sounds, initial and postcode,
``o:`` surname as it sounds, forename and outward postcode, ``n:`` the names alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from groundswell.friends.rules.names import Name, forenames, names_of, sound

ALONE = "n:"


@dataclass(frozen=True)
class Known:
    """Somebody as the register has them; phones are E.164, the postcode has its space."""

    surname: str
    forename: str
    postcode: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


def keys_of(someone: Known) -> list[str]:
    """All keys by which a friend's device may find somebody; the names alone come last."""
    keys = [f"p:{phone}" for phone in someone.phones]
    keys += [f"e:{email.strip().lower()}" for email in someone.emails]
    names = names_of(someone.surname, someone.forename) if someone.surname else ()
    if someone.postcode:
        keys += in_a_place(names, someone.postcode)
    return list(dict.fromkeys([*keys, *by_name(names)]))


def in_a_place(names: Iterable[Name], postcode: str) -> list[str]:
    """Keys of names at a postcode; an outward postcode alone gives ``o:`` only."""
    outward, _space, inward = postcode.partition(" ")
    keys: list[str] = []
    for surname, forename in names:
        if inward:
            initials = dict.fromkeys(one[0] for one in forenames(forename) if one)
            keys += [f"h:{sound(surname)}|{one}|{outward}{inward}" for one in initials]
        if len(forename) > 1:
            keys += [f"o:{sound(surname)}|{one}|{outward}" for one in forenames(forename)]
    return keys


def by_name(names: Iterable[Name]) -> list[str]:
    """Keys of names alone; an initial is none."""
    return [
        f"{ALONE}{sound(surname)}|{one}"
        for surname, forename in names
        if len(forename) > 1
        for one in forenames(forename)
    ]
