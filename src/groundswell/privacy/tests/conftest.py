"""Parts that stand in for the register and the results, which lie above this one."""

from datetime import date
from uuid import UUID

import pytest

from groundswell.members import queries as members
from groundswell.privacy import privacy, registry
from groundswell.privacy.registry import FoundPerson, Identifier

PERSON, NAMESAKE, ELSEWHERE = UUID(int=1), UUID(int=2), UUID(int=3)


class PretendRegister:
    """Three people, two of them in Marshfield, with a number and a note each."""

    def __init__(self, town):
        self.people = {
            PERSON: (town.marshfield, "Siân Jones", "12 High Street, SS14 1AA", "+447700900001"),
            NAMESAKE: (town.marshfield, "Simon Jones", "14 High Street, SS14 1AA", "+447700900002"),
            ELSEWHERE: (town.hillbury, "Sue Jones", "12 High Street, SS14 1AA", "+447700900003"),
        }
        self.notes = dict.fromkeys(self.people, "Spoke, undecided")

    def find(self, member, name, address, phone):
        return [
            FoundPerson(person, called, address)
            for person, (_area, called, address, number) in self.people.items()
            if self.describe(member, person)
            and (number == phone or (name and name.lower() in called.lower()))
        ]

    def describe(self, member, person):
        if person not in self.people:
            return None
        area, name, address, _number = self.people[person]
        covered = members.holds_role(member, "agent", "data_manager", area=area)
        return FoundPerson(person, name, address) if covered else None

    def export(self, person):
        if person in self.notes:
            yield {"Note": self.notes[person], "On": date(2026, 5, 1), "Open": True}

    def erase(self, person):
        return len([self.notes.pop(person, None)])

    def identify(self, person):
        _area, _name, _address, phone = self.people[person]
        return [Identifier("phone", phone), Identifier("email", " ")]


@pytest.fixture
def register(town, monkeypatch):
    """The pretend part, plugged in beside this part's own data and nobody else's."""
    monkeypatch.setattr(registry, "_holders", {})
    monkeypatch.setattr(registry, "_finders", {})
    pretend = PretendRegister(town)
    privacy.register()
    registry.register_holder(
        "register",
        title="Register",
        export=pretend.export,
        erase=pretend.erase,
        identify=pretend.identify,
    )
    registry.register_finder("register", find=pretend.find, describe=pretend.describe)
    return pretend
