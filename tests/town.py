"""A small pretend town and its people, made through the same commands that the site uses.

Alice organises Marshfield, Bob and Sue call there, Charlie organises Hillbury next door; each role
in the table of who may see what is played by one of them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.test import Client

from groundswell.common import clock
from groundswell.members.commands import (
    bar,
    grant_role,
    make_sign_in_link,
    open_account,
)
from groundswell.members.models import Member, Role
from groundswell.places.models import Area

CAST: dict[str, str] = {
    "supporter": "Sue Okoro",
    "vetted": "Vic Osei",
    "caller": "Bob Price",
    "outsider": "Olive Stone",
    "organiser": "Alice Archer",
    "organiser_elsewhere": "Charlie Dunn",
    "organiser_without_second_factor": "Uma Nolan",
    "data_manager": "Dana Wells",
    "agent": "Amir Sadiq",
    "headquarters": "Hana Cole",
    "barred": "Barry Frost",
}


_STANDING = {"supporter": Member.Standing.SUPPORTER, "vetted": Member.Standing.VETTED}


@dataclass
class Town:
    """Places and people, and whatever the parts have put into them."""

    country: Area
    marshfield: Area
    riverside: Area
    hillbury: Area
    members: dict[str, Member]
    things: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        """Members by role and things by name: ``town.organiser``, ``town.effort``."""
        for shelf in (self.__dict__["members"], self.__dict__["things"]):
            if name in shelf:
                return shelf[name]
        raise AttributeError(f"The town has no {name!r}: a part puts it there in tests/town_*.py")

    def client_for(self, role: str) -> Client:
        """A browser of this role, signed in by link with the second factor done, or of nobody.

        Barry's was signed in before he was barred.
        """
        if role == "barred" and "barred_browser" in self.things:
            browser: Client = self.things["barred_browser"]
            return browser
        client = Client()
        if role != "anonymous":
            proven = role != "organiser_without_second_factor"
            link = make_sign_in_link(by=None, member=self.members[role], at_the_server=proven)
            client.post(urlsplit(link).path)
        return client


def build_town(furnish: Callable[[Town], None] | None = None) -> Town:
    """The town with its people; ``furnish`` adds what the parts keep there."""
    # What a migration put in is emptied between tests that commit.
    import_module("groundswell.contact.migrations.0002_usual_codes").add_usual_codes(apps, None)
    country = _area("country", "K02000001", "United Kingdom", None)
    marshfield = _area("constituency", "E14009001", "Marshfield", country)
    riverside = _area("ward", "E05009001", "Riverside", marshfield)
    hillbury = _area("constituency", "E14009002", "Hillbury", country)
    homes = {"organiser_elsewhere": hillbury, "outsider": hillbury, "headquarters": country}
    members = {
        role: open_account(
            by=None,
            email=f"{role}@example.org",
            name=name,
            standing=_STANDING.get(role, Member.Standing.MEMBER),
            branch=homes.get(role, marshfield),
        )
        for role, name in CAST.items()
    }
    town = Town(country, marshfield, riverside, hillbury, members)
    _give_roles(town)
    if furnish:
        furnish(town)
    town.things["barred_browser"] = town.client_for("barred")
    bar(by=town.headquarters, member=town.barred, reason="Made up results.")
    return town


def _area(kind: str, code: str, name: str, parent: Area | None) -> Area:
    area = Area.objects.create(kind=kind, code=code, name=name, nation="E", parent=parent)
    area.path = f"{parent.path if parent else '/'}{area.pk}/"
    area.save(update_fields=["path"])
    return area


def _give_roles(town: Town) -> None:
    kinds = Role.Kind
    held: list[tuple[str, str, Area]] = [
        ("headquarters", kinds.HEADQUARTERS, town.country),
        ("agent", kinds.AGENT, town.marshfield),
        ("data_manager", kinds.DATA_MANAGER, town.marshfield),
        ("organiser", kinds.ORGANISER, town.marshfield),
        ("organiser_without_second_factor", kinds.ORGANISER, town.marshfield),
        ("organiser_elsewhere", kinds.ORGANISER, town.hillbury),
    ]
    for role, kind, area in held:
        grant_role(
            by=None,
            member=town.members[role],
            kind=kind,
            area=area,
            reason="Elected by the branch.",
            ends_on=clock.today() + timedelta(days=300),
        )
