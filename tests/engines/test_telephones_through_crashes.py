"""Telephones on one round hand in while the server is killed: each record exactly once."""

import json
import random
import time
import urllib.error
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from http.client import HTTPException
from threading import Event
from typing import Any

from django.conf import settings
from django.db import connections
from django.db.models import Sum

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.models import Attempt, ElectorState, Tally
from groundswell.doorstep.commands import book_round, cut_by_size, join_round
from groundswell.doorstep.queries import walk
from groundswell.offline_app.models import Received
from groundswell.outreach.models import Assignment
from tests import server
from tests.canvass import open_canvass
from tests.town import build_town

DOORS = 40
TELEPHONES = 8
KILLS = 3
_TOKEN = "a" * 32


class Telephone:
    """Sends what it has in overlapping batches, in any order, until all of it is named as kept."""

    def __init__(self, address: str, cookie: str, records: list[dict[str, Any]], seed: int) -> None:
        self.address = f"{address}/api/app/records"
        self.headers = {
            "Content-Type": "application/json",
            "X-CSRFToken": _TOKEN,
            "Cookie": f"{settings.SESSION_COOKIE_NAME}={cookie}; csrftoken={_TOKEN}",
        }
        self.records = {record["id"]: record for record in records}
        self.dice = random.Random(seed)
        self.troubles = self.answers = 0

    def send_until_all_is_kept(self, stop: Event) -> None:
        """What was named as kept may be sent again all the same: an answer may have been lost."""
        waiting = set(self.records)
        until = time.monotonic() + 300
        while waiting and not stop.is_set():
            assert time.monotonic() < until, f"{len(waiting)} records were never named as kept"
            some = self.dice.sample(sorted(waiting), min(len(waiting), self.dice.randint(1, 9)))
            again = self.dice.sample(sorted(self.records), self.dice.randint(0, 4))
            sent = [self.records[one] for one in (*some, *again)]
            self.dice.shuffle(sent)
            try:
                kept = self._send(sent)
            except (OSError, HTTPException, ValueError):
                self.troubles += 1
                time.sleep(0.1)
                continue
            self.answers += 1
            if self.dice.random() > 0.3:  # else the answer was lost on its way
                waiting -= kept

    def _send(self, records: list[dict[str, Any]]) -> set[str]:
        told = {"app_version": "1", "clock": clock.now().isoformat(), "records": records}
        request = urllib.request.Request(  # noqa: S310 - our own address
            self.address, json.dumps(told).encode(), self.headers
        )
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - our own address
            receipt = json.load(answer)
        assert not receipt["refused"], receipt["refused"]
        return {*receipt["stored"], *(one["id"] for one in receipt["flagged"])}


def test_every_record_arrives_exactly_once(site):
    town = build_town()
    members = [town.caller, town.organiser]
    records, undone, doors = _an_evening(town, members)
    cookies = [server.session_cookie(member) for member in members]
    # Four telephones each send the same member's records, overlapping.
    telephones = [
        Telephone(site.address, cookies[number % 2], records[number % 2], seed=number)
        for number in range(TELEPHONES)
    ]
    stop = Event()
    with ThreadPoolExecutor(TELEPHONES) as pool:
        running = [pool.submit(one.send_until_all_is_kept, stop) for one in telephones]
        try:
            for kill in range(1, KILLS + 1):
                _until_so_many_came_in(kill * len(records[0]) // (KILLS + 2), running)
                site.kill()
                site.start()
            for one in running:
                one.result(timeout=330)
        finally:
            stop.set()
    connections.close_all()
    assert sum(one.troubles for one in telephones) >= KILLS
    _assert_each_once(town, records, undone, doors)


def _an_evening(town: Any, members: list[Any]) -> Any:
    """Two members on one round: each does every door, takes every fifth back, and does it anew."""
    effort = open_canvass(town, doors=DOORS)
    (walked,) = cut_by_size(by=town.organiser, effort=effort, doors=DOORS)
    book_round(by=members[0], walked=walked, key=uuid7())
    join_round(by=members[1], code=walked.code)
    doors = walk(members[0], walked).doors
    records: list[list[dict[str, Any]]] = []
    undone: set[str] = set()
    for _member in members:
        at = clock.now() - timedelta(minutes=2 * DOORS)
        made: list[dict[str, Any]] = []
        for place, door in enumerate(doors):
            at += timedelta(minutes=2)  # as long as a door takes: quicker ones would be held
            there = partial(_record, walked, door, at)
            first = there("door", outcome="no_answer", elector=None)
            made.append(first)
            if place % 5 == 0:
                made.append(there("undo", of=first["id"]))
                made.append(there("door", outcome="inaccessible", elector=None))
                undone.add(first["id"])
            if place % 7 == 0:
                made.append(there("board", action="sent", name="Ann"))
        records.append(made)
    return records, undone, doors


def _record(walked: Any, door: Any, at: datetime, kind: str, **told: Any) -> dict[str, Any]:
    return {
        "id": str(uuid7()),
        "kind": kind,
        "made_at": at.isoformat(),
        "round": walked.code,
        "household": door.household_id,
        **told,
    }


def _until_so_many_came_in(wanted: int, running: list[Any]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and not all(one.done() for one in running):
        if Received.objects.count() >= wanted:
            return
        time.sleep(0.05)


def _assert_each_once(town: Any, records: Any, undone: set[str], doors: Any) -> None:
    made = [record for some in records for record in some]
    rows = Received.objects.all()
    assert Counter(str(one) for one in rows.values_list("id_on_device", flat=True)) == Counter(
        record["id"] for record in made
    )
    assert not rows.filter(counted=False).exists()
    places = sorted(place or 0 for place in rows.values_list("place", flat=True))
    assert places == list(range(1, len(made) + 1))
    people = {door.household_id: len(door.people) for door in doors}
    counted = sum(
        people[record["household"]]
        for record in made
        if record["kind"] == "door" and record["id"] not in undone
    )
    here = {"constituency": town.marshfield}
    voided = Attempt.objects.filter(**here, voids__isnull=False)
    assert voided.count() == sum(
        people[record["household"]] for record in made if record["id"] in undone
    )
    assert Tally.objects.filter(**here).aggregate(Sum("attempts"))["attempts__sum"] == counted
    states = ElectorState.objects.filter(**here)
    assert states.aggregate(Sum("attempts"))["attempts__sum"] == counted
    tries = Assignment.objects.filter(**here).aggregate(Sum("tries"))["tries__sum"]
    assert tries <= counted
