"""Callers go on while the server is killed and started: nothing doubled, nothing lost."""

import json
import time
import urllib.error
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from typing import Any

from django.conf import settings
from django.db import connections
from django.db.models import Sum

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.models import Answer, Attempt, ElectorState, Tally
from groundswell.outreach.models import Assignment, Batch, Effort, HouseholdHold
from tests import server
from tests.engines.test_claims import callers
from tests.phone_bank import open_phone_bank
from tests.town import build_town

CALLERS = 10
PEOPLE = 150
KILLS = 3
_TOKEN = "a" * 32


class Device:
    """A caller's telephone: keeps each result until the server says that it has it."""

    def __init__(self, address: str, effort: Effort, cookie: str) -> None:
        self.address = f"{address}/api/phonebank/{effort.join_code}"
        self.headers = {
            "Content-Type": "application/json",
            "X-CSRFToken": _TOKEN,
            "Cookie": f"{settings.SESSION_COOKIE_NAME}={cookie}; csrftoken={_TOKEN}",
        }
        self.told: list[str] = []
        self.troubles = 0

    def call_until_nobody_is_left(self) -> None:
        """Batch after batch, each person once."""
        while True:
            shown = self._insist("claim", {"key": str(uuid7())})
            if shown["person"] is None:
                return
            self.headers["X-Batch-Pass"] = shown["batch_pass"]  # as the caller's page sends it
            while shown["person"] is not None:
                shown = self._insist("results", {"results": [self._result(shown)]})["shown"]

    def _result(self, shown: dict[str, Any]) -> dict[str, Any]:
        said = {"vote": ["for"]} if len(self.told) % 3 == 0 else {}
        result = {
            "id": str(uuid7()),
            "batch": shown["batch"],
            "elector": shown["person"]["elector"],
            "outcome": "spoke",
            "answers": said,
            "made_at": clock.now().isoformat(),
        }
        self.told.append(str(result["id"]))
        return result

    def _insist(self, route: str, told: dict[str, Any]) -> Any:
        """The same words again and again until they are answered."""
        until = time.monotonic() + 90
        while True:
            try:
                return self._ask(route, told)
            except (OSError, HTTPException, ValueError) as trouble:
                self.troubles += 1
                if time.monotonic() > until:
                    raise AssertionError(f"{route} was never answered") from trouble
                time.sleep(0.1)

    def _ask(self, route: str, told: dict[str, Any]) -> Any:
        request = urllib.request.Request(  # noqa: S310 - our own address
            f"{self.address}/{route}", json.dumps(told).encode(), self.headers
        )
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - our own address
            return json.load(answer)


def test_callers_lose_and_double_nothing_while_the_server_is_killed(site):
    town = build_town()
    effort = open_phone_bank(town, households=[1, 2] * (PEOPLE // 3), cap_per_day=10_000)
    members = callers(town, [effort], CALLERS)
    devices = [Device(site.address, effort, server.session_cookie(one)) for one in members]
    with ThreadPoolExecutor(CALLERS) as pool:
        running = [pool.submit(device.call_until_nobody_is_left) for device in devices]
        for _kill in range(KILLS):
            _until_more_is_told(devices)
            site.kill()
            site.start()
        for one in running:
            one.result(timeout=180)
    connections.close_all()
    assert sum(device.troubles for device in devices) >= KILLS
    _assert_everything_once(town.marshfield, effort, devices)


def _until_more_is_told(devices: list[Device]) -> None:
    wanted = sum(len(device.told) for device in devices) + PEOPLE // (KILLS + 3)
    until = time.monotonic() + 60
    while sum(len(device.told) for device in devices) < wanted and time.monotonic() < until:
        time.sleep(0.05)


def _assert_everything_once(place: Any, effort: Effort, devices: list[Device]) -> None:
    told = Counter(one for device in devices for one in device.told)
    attempts = Attempt.objects.filter(constituency=place)
    stored = Counter(str(one) for one in attempts.values_list("id_on_device", flat=True))
    assert stored == told
    rung = Counter(attempts.values_list("elector_id", flat=True))
    assert len(rung) == PEOPLE
    assert set(rung.values()) == {1}
    handed_out = Counter(
        elector for batch in Batch.objects.filter(effort=effort) for elector in batch.electors
    )
    assert handed_out == rung
    assert Tally.objects.filter(constituency=place).aggregate(Sum("attempts")) == {
        "attempts__sum": PEOPLE
    }
    states = ElectorState.objects.filter(constituency=place)
    assert states.aggregate(Sum("attempts")) == {"attempts__sum": PEOPLE}
    answered = Answer.objects.filter(constituency=place)
    assert states.filter(conversations=1).count() == answered.count() > 0
    assert not HouseholdHold.objects.filter(constituency=place).exists()
    assert not Assignment.objects.filter(constituency=place).exclude(state="done").exists()
