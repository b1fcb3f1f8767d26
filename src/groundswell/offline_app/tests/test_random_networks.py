"""A bad network taking a thousand random turns: nothing lost, nothing doubled."""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from django.db import connection

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.models import Attempt
from groundswell.doorstep.commands import book_round, cut_by_size
from groundswell.doorstep.queries import walk
from groundswell.offline_app.commands import Delivery, receive_records, receiving
from groundswell.offline_app.commands.one_record import carry_out
from groundswell.offline_app.models import Received
from tests.canvass import open_canvass

pytestmark = pytest.mark.django_db
TURNS = {"sqlite": 1_000, "postgresql": 300}  # there, engines/ does the same for real
VERSIONS = ("1.0", "1.1", "2.0-beta")


class ServerGone(Exception):
    """The server dies in the middle of a record."""


class History:
    """One telephone with two or three records and a network that does as it likes."""

    def __init__(self, seed: int, member: Any, code: str, door: Any) -> None:
        self.dice = random.Random(seed)
        self.member = member
        first = _record("door", code, door, outcome="no_answer", elector=None)
        self.made = [first]
        self.undone = self.dice.random() < 0.2
        if self.undone:
            self.made.append(_record("undo", code, door, of=first["id"]))
        if self.dice.random() < 0.5:
            self.made.append(_record("board", code, door, action="sent", name="Ann"))
        self.waiting = list(self.made)
        self.version = VERSIONS[0]
        self.turns = 0

    def run(self, dying: "Dying") -> None:
        """Until all is named as kept; then, now and then, all of it once more."""
        while self.waiting:
            self._step(dying)
        if self.dice.random() < 0.3:
            self._send(self.made)

    def _step(self, dying: "Dying") -> None:
        self.turns += 1
        happens = self.dice.choice(("sent", "sent", "lost", "no answer", "dies", "update", "twice"))
        some = self.dice.sample(self.waiting, self.dice.randint(1, len(self.waiting)))
        if happens == "update":
            self.version = self.dice.choice(VERSIONS)
        elif happens == "dies":
            dying.after = self.dice.randint(0, len(some) - 1)
            with suppress(ServerGone):  # where they all are there already, it does not get to it
                self._send(some)
            dying.after = None
        elif happens == "no answer":
            self._send(some)
        elif happens == "twice":
            self._send(some)
            self._forget(self._send(some[::-1]))
        elif happens == "sent":
            self._forget(self._send(some))

    def _send(self, records: list[dict[str, Any]]) -> list[str]:
        delivery = Delivery(records=records, app_version=self.version, clock=clock.now())
        receipt = receive_records(by=self.member, delivery=delivery)
        assert not receipt.refused
        return receipt.stored

    def _forget(self, kept: list[str]) -> None:
        self.waiting = [record for record in self.waiting if record["id"] not in kept]


class Dying:
    """Lets the server die after so many records of a delivery that were new."""

    def __init__(self, carry_out: Any) -> None:
        self.carry_out = carry_out
        self.after: int | None = None

    def __call__(self, row: Received, **told: Any) -> None:
        """Carry out, or die with the record's row already written."""
        if self.after == 0:
            raise ServerGone
        self.after = self.after - 1 if self.after is not None else None
        self.carry_out(row, **told)


def _record(kind: str, code: str, door: Any, **told: Any) -> dict[str, Any]:
    made = {"id": str(uuid7()), "kind": kind, "made_at": clock.now().isoformat(), "round": code}
    return made | {"household": door.household_id} | told


def _rounds(town: Any) -> Iterator[tuple[Any, Any]]:
    """Ten rounds of twenty-five doors, all in the same hands."""
    effort = open_canvass(town, doors=250)
    for walked in cut_by_size(by=town.organiser, effort=effort, doors=25):
        book_round(by=town.caller, walked=walked, key=uuid7())
        yield walked, walk(town.caller, walked).doors


def test_nothing_is_lost_or_doubled_in_a_thousand_turns(town, monkeypatch):
    dying = Dying(carry_out)
    monkeypatch.setattr(receiving, "carry_out", dying)
    places = [(walked.code, door) for walked, doors in _rounds(town) for door in doors]
    histories: list[History] = []
    while sum(history.turns for history in histories) < TURNS[connection.vendor]:
        seed = len(histories)
        histories.append(History(seed, town.caller, *places[seed % len(places)]))
        histories[-1].run(dying)
    made = Counter(record["id"] for history in histories for record in history.made)
    kept = Received.objects.values_list("id_on_device", flat=True)
    assert Counter(str(one) for one in kept) == made
    assert not Received.objects.filter(counted=False).exists()
    people = {door.household_id: len(door.people) for _code, door in places}
    attempts = Attempt.objects.filter(constituency=town.marshfield)
    tapped = sum(people[history.made[0]["household"]] for history in histories)
    undone = sum(people[one.made[0]["household"]] for one in histories if one.undone)
    assert attempts.exclude(outcome="").count() == tapped
    assert attempts.filter(outcome="").count() == undone
