"""A pretend telephone: it keeps what it made until the server says that it has it."""

import json
from datetime import datetime
from typing import Any

from django.test import Client

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.members.access import BACKEND
from groundswell.members.models import Member

DEVICE = "11111111-1111-4111-8111-111111111111"


class Telephone:
    """One member's telephone with a session of its own."""

    def __init__(self, member: Member, code: str = "", device: str = DEVICE) -> None:
        self.member, self.code, self.device = member, code, device
        self.browser = Client()
        self.browser.force_login(member, backend=BACKEND)
        self.headers: dict[str, str] = {}
        self.waiting: list[dict[str, Any]] = []

    def tap(self, kind: str, *, at: datetime | None = None, **told: Any) -> dict[str, Any]:
        """Make a record; it waits."""
        record = {
            "id": str(uuid7()),
            "kind": kind,
            "made_at": (at or clock.now()).isoformat(),
            "round": self.code,
            **told,
        }
        self.waiting.append(record)
        return record

    def board(self, **told: Any) -> dict[str, Any]:
        """Somebody is sent to a door."""
        given: dict[str, Any] = {"household": 7, "action": "sent", "name": "Ann"}
        return self.tap("board", **given | told)

    def door(self, door: dict[str, Any], outcome: str, **told: Any) -> dict[str, Any]:
        """What came of a door of the payload: of the whole house, or its first person."""
        whole = outcome in {"no_answer", "inaccessible"}
        elector = None if whole else door["people"][0]["elector"]
        given: dict[str, Any] = {
            "household": door["household"],
            "elector": elector,
            "outcome": outcome,
        }
        return self.tap("door", **given | told)

    def undo(self, record: dict[str, Any], kind: str = "undo", **told: Any) -> dict[str, Any]:
        """Take a record back."""
        return self.tap(kind, of=record["id"], **told)

    def payload(self) -> dict[str, Any]:
        """The round as it is taken along."""
        answer = self.get(f"rounds/{self.code}")
        assert answer.status_code == 200, answer.content
        taken: dict[str, Any] = answer.json()
        return taken

    def post(self, route: str, told: Any) -> Any:
        """The answer to a POST."""
        return self.browser.post(
            f"/api/app/{route}",
            json.dumps(told),
            content_type="application/json",
            headers=self.headers,
        )

    def get(self, route: str) -> Any:
        """The answer to a GET."""
        return self.browser.get(f"/api/app/{route}", headers=self.headers)

    def send(self, records: Any = None, *, clock_shows: datetime | None = None) -> dict[str, Any]:
        """Send all that waits (or these records), and let go of what the server has."""
        sent = self.waiting if records is None else records
        answer = self.post(
            "records",
            {
                "app_version": "1.0",
                "device": self.device,
                "clock": (clock_shows or clock.now()).isoformat(),
                "records": sent,
            },
        )
        assert answer.status_code == 200, answer.content
        receipt: dict[str, Any] = answer.json()
        self.forget(receipt)
        return receipt

    def forget(self, receipt: dict[str, Any]) -> None:
        """Only what the server names as its own leaves the telephone."""
        gone = set(receipt["stored"])
        gone |= {one["id"] for group in ("refused", "flagged") for one in receipt[group]}
        self.waiting = [record for record in self.waiting if record["id"] not in gone]
