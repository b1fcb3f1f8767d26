"""The callers of callers_loop.py: a process of its own that claims, reads and records over HTTP.

Reads a plan (one line of JSON) and then, line by line, how many actions to do; answers each line
with what was done. An action is one request: the claim, the page with the first person, a result.
Each caller works with several accounts in turn, since the site limits how often one may claim.
"""

import json
import random
import re
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

CSRF = "0123456789abcdefghijklmnopqrstuv"
PAGE = re.compile(r'<script id="page" type="application/json">(.*?)</script>', re.DOTALL)
PATIENCE = 30
# How often what comes of a call, in hundredths: an evening on which every rule has its turn.
OUTCOMES = {
    "no_answer": 58,
    "answerphone": 10,
    "engaged": 4,
    "spoke": 17,
    "refused": 4,
    "call_back": 3,
    "wrong_number": 2,
    "moved": 1,
    "do_not_contact": 1,
}
ANSWERS = (
    {"vote": ["for"], "issue": ["nhs"], "poster": ["yes"]},
    {"vote": ["maybe"], "issue": ["bills"], "poster": ["no"]},
    {"vote": ["other"], "issue": ["homes"]},
    {"vote": ["unsure"], "issue": ["buses"]},
)


@dataclass
class Diary:
    """What all callers together did: counted, and by id what the site said it has."""

    actions: Counter[str] = field(default_factory=Counter)
    stored: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    trouble: Counter[str] = field(default_factory=Counter)
    left: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str) -> None:
        """Count one action."""
        with self.lock:
            self.actions[kind] += 1
            self.left -= 1


class Caller:
    """One caller at one telephone; ``cookies`` are the sessions of the accounts used in turn."""

    def __init__(self, plan: dict[str, Any], cookies: list[str], diary: Diary) -> None:
        self.address, self.code = plan["address"], plan["code"]
        self.retries = plan.get("retries", False)
        self.cookies, self.diary = cookies, diary
        self.turn = 0
        self.chance = random.Random(cookies[0])
        self.connection = self._connection()

    def batch(self) -> None:
        """Claim, read the page, record until the batch is done."""
        cookie = self.cookies[self.turn % len(self.cookies)]
        self.turn += 1
        session = {"Cookie": f"sessionid={cookie}; csrftoken={CSRF}"}
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode({"csrfmiddlewaretoken": CSRF, "key": str(uuid4())})
        status, _page = self._ask("POST", f"/p/{self.code}/next/", session | form, body)
        self.diary.note("claim")
        if status != 302:
            self.diary.trouble[f"claim {status}"] += 1
            return
        status, page = self._ask("GET", f"/p/{self.code}/call/", session)
        self.diary.note("page")
        found = PAGE.search(page)
        if found is None:
            self.diary.trouble[f"page {status}"] += 1
            return
        told = json.loads(found[1])
        shown = told["shown"]
        headers = session | {"Content-Type": "application/json", "X-CSRFToken": CSRF}
        headers["X-Batch-Pass"] = shown["batch_pass"]
        while shown is not None and shown["person"] is not None:
            shown = self._record(told["urls"]["results"], headers, shown)

    def _record(
        self, url: str, headers: dict[str, str], shown: dict[str, Any]
    ) -> dict[str, Any] | None:
        result = self._result(shown)
        status, answer = self._ask("POST", url, headers, json.dumps({"results": [result]}))
        self.diary.note("record")
        if status != 200:
            self.diary.trouble[f"record {status} {answer[:200]}"] += 1
            return None
        receipt = json.loads(answer)
        with self.diary.lock:
            self.diary.stored += receipt["stored"]
            self.diary.refused += [one["sentence"] for one in receipt["refused"]]
        next_shown: dict[str, Any] = receipt["shown"]
        return next_shown

    def _result(self, shown: dict[str, Any]) -> dict[str, Any]:
        (outcome,) = self.chance.choices(list(OUTCOMES), list(OUTCOMES.values()))
        now = datetime.now(UTC)
        return {
            "id": str(uuid4()),
            "batch": shown["batch"],
            "elector": shown["person"]["elector"],
            "outcome": outcome,
            "detail": "",
            "call_back_at": (now + timedelta(hours=3)).isoformat()
            if outcome == "call_back"
            else None,
            "answers": self.chance.choice(ANSWERS) if outcome == "spoke" else {},
            "made_at": now.isoformat(),
            "seconds": self.chance.randint(15, 240),
        }

    def _ask(
        self, method: str, path: str, headers: dict[str, str], body: str | None = None
    ) -> tuple[int, str]:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self.connection.request(method, path, body, headers)
                answer = self.connection.getresponse()
                text = answer.read().decode()
            except (OSError, HTTPException):
                self.connection.close()
                self.connection = self._connection()
                with self.diary.lock:
                    self.diary.trouble["asked again"] += 1
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)
            else:
                return answer.status, text

    def _connection(self) -> HTTPConnection:
        return HTTPConnection(self.address, timeout=PATIENCE)


def work(callers: list[Caller], diary: Diary, actions: int) -> dict[str, Any]:
    """Have all callers work at once until so many actions are done; each ends its own batch."""
    diary.left = actions
    diary.actions, diary.stored = Counter(), []
    diary.refused, diary.trouble = [], Counter()

    def until_enough(caller: Caller) -> None:
        while diary.left > 0:
            caller.batch()

    threads = [threading.Thread(target=until_enough, args=(caller,)) for caller in callers]
    started = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {
        "seconds": time.monotonic() - started,
        "actions": diary.actions,
        "stored": diary.stored,
        "refused": diary.refused,
        "trouble": diary.trouble,
    }


def main() -> None:
    """One plan, then one line for each stretch of work."""
    plan = json.loads(sys.stdin.readline())
    diary = Diary()
    count = plan["callers"]
    callers = [Caller(plan, plan["cookies"][number::count], diary) for number in range(count)]
    for line in sys.stdin:
        print(json.dumps(work(callers, diary, int(line))), flush=True)


if __name__ == "__main__":
    main()
