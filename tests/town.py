"""A small pretend town and its people, made through the same commands that the site uses.

Alice organises Marshfield, Bob and Sue call there, Charlie organises Hillbury next door; each role
in the table of who may see what is played by one of them.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.db import connection
from django.test import Client
from django.utils import timezone

from groundswell.common import clock
from groundswell.members.commands import (
    bar,
    grant_role,
    make_sign_in_link,
    open_account,
)
from groundswell.members.models import Member, Role
from groundswell.places.models import Area
from tests import kept_rows

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
        # A copy in the making is asked for names before it has its shelves.
        for shelf in (vars(self).get("members", {}), vars(self).get("things", {})):
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


Furnish = Callable[[Town], None]
# By what is furnished, the day, and what lay in the database before.
_kept: dict[Any, tuple[list[kept_rows.Rows], Town]] = {}


def build_town(furnish: Furnish | None = None) -> Town:
    """The town with its people; ``furnish`` adds what the parts keep there.

    Where the same was built before, on a database as empty as this one, it is put back row by row;
    on SQLite only, where no other connection counts what it has handed out.
    """
    if connection.vendor != "sqlite":
        return _built(furnish)
    full = kept_rows.how_full()
    names = {table for table, _count in full}
    right_time = abs(clock.now() - timezone.now()) < timedelta(minutes=1)
    if not right_time or names & {Area._meta.db_table, Member._meta.db_table}:
        return _built(furnish)
    key = furnish, clock.today(), full
    if key in _kept:
        rows, town = _kept[key]
        kept_rows.put_back(rows)
        return copy.deepcopy(town)
    before = kept_rows.every_row()
    town = _built(furnish)
    new = kept_rows.added(before, kept_rows.every_row())
    if new is not None:
        _kept[key] = new, copy.deepcopy(town)
    return town


def _built(furnish: Furnish | None) -> Town:
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
