"""Numbering: a part's households in the order of its streets, then those without an address."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from groundswell.register.town.dice import dice
from groundswell.register.town.people import attains_voting_age
from groundswell.register.town.shapes import Household, Outsider, Part, PretendElector

_SQUEEZED_IN = 0.004  # added between two numbers, so with a suffix


def enrol(part: Part, published: date, seed: int, edition: int) -> Iterator[PretendElector]:
    """The part's lines, numbered from 1; now and then one squeezed in as ``12/1``."""
    chance = dice("numbers", seed, edition, part.polling_district)
    number = suffix = 0
    for entry in _in_order(part):
        if number and chance.random() < _SQUEEZED_IN:
            suffix += 1
        else:
            number, suffix = number + 1, 0
        yield replace(
            entry,
            number=number,
            suffix=suffix,
            attains_on=_attains(entry, published),
        )


def _in_order(part: Part) -> Iterator[PretendElector]:
    for household in sorted(part.households, key=_street_order):
        for person in sorted(household.people, key=lambda one: (one.surname, one.forename)):
            yield PretendElector(
                person, household.home, "ordinary", part.polling_district, 0, 0, None
            )
    for outsider in sorted(part.outsiders, key=_outsider_order):
        yield PretendElector(
            outsider.person, None, outsider.kind, part.polling_district, 0, 0, None
        )


def _street_order(household: Household) -> tuple[tuple[str, str, int, str, int], int]:
    return household.home.order, household.home.home_id


def _outsider_order(outsider: Outsider) -> tuple[bool, str, str, int]:
    """By name, the anonymous last."""
    person = outsider.person
    return outsider.kind == "anonymous", person.surname, person.forename, person.person_id


def _attains(elector: PretendElector, published: date) -> date | None:
    """The date of attaining voting age, where it is still to come."""
    on = attains_voting_age(elector.person.born)
    return on if on > published else None
