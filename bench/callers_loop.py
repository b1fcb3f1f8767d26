"""The caller's loop over HTTP: what an action costs application and database together.

    python bench/callers_loop.py [--callers 10 50] [--electors 10000 100000 1000000]

For each number of electors: a throwaway PostgreSQL, a phone bank for all of them, and the web
server as ``./groundswell serve`` runs it. Callers (threads of another process, connections kept
alive, signed in) do what a caller's browser does, again and again: claim ten people (the button's
form), read (the whole page with script and first person), and record ten results one by one, each
sent to the API with the batch's pass and answered with the next person. Every one of these requests
is an action, twelve to a batch of ten; the redirect after a claim belongs to it, and files that a
browser keeps are not fetched. After a warm-up, and once PostgreSQL has counted its statistics as it
does by itself within a minute, the processor time of every web process and every
PostgreSQL process, the background ones included, is taken from /proc before and after; the smallest
figure of several stretches is quoted, with the others behind it. The callers' own time is not
counted.

At the end the database is asked whether anybody was ever in two callers' hands at once, and whether
every result that the site acknowledged is there, once, in the attempts, the states and the totals.

The throwaway PostgreSQL runs without fsync, in memory where there is room: what is measured is the
processor's work, not the disk's.
"""

import argparse
import json
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(ROOT / "bench")]

ACCOUNTS = 100
WARM_UP = 600
STRETCHES = 6
MOST_MILLISECONDS = 5.0
FLAT_WITHIN = 1.2


@dataclass(frozen=True)
class Figure:
    """One stretch of work: processor milliseconds per action, of the web server and PostgreSQL."""

    web: float
    database: float
    actions: int
    per_second: float

    @property
    def together(self) -> float:
        """Both."""
        return self.web + self.database


def measure(electors: int, callers: Sequence[int], actions: int) -> dict[int, list[Figure]]:
    """All stretches of one size, by number of callers; verified at the end."""
    from big_register import fill

    with site(electors) as (address, postmaster, fill_with):
        fill_with(fill)
        code, cookies = phone_bank()
        figures: dict[int, list[Figure]] = {}
        stored: list[str] = []
        with web_server(address) as web:
            for count in callers:
                plan = {"address": address, "code": code, "callers": count, "cookies": cookies}
                figures[count] = stretches(plan, web, postmaster, actions, stored)
        verify(stored)
    return figures


@contextmanager
def site(electors: int) -> Iterator[Any]:
    """An empty database and home of our own; yields the web address, PostgreSQL, how to fill."""
    from tests.machine import postgres_programs
    from tests.postgres import free_port, throwaway_server

    programs = postgres_programs()
    if programs is None:
        sys.exit("PostgreSQL is not installed.")
    with TemporaryDirectory() as home, throwaway_server(programs) as url:
        port = free_port()
        os.environ |= {
            "GROUNDSWELL_HOME": home,
            "GROUNDSWELL_DATABASE_URL": url,
            "GROUNDSWELL_SITE_URL": f"http://127.0.0.1:{port}",
            "DJANGO_SETTINGS_MODULE": "groundswell.config.settings",
            "PYTHONPATH": str(ROOT / "src"),
        }
        import django
        from django.core.management import call_command
        from django.db import connection

        django.setup()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        with connection.cursor() as cursor:
            cursor.execute("SHOW data_directory")
            (folder,) = cursor.fetchone()
        postmaster = int(Path(folder, "postmaster.pid").read_text().split()[0])

        def fill_with(fill: Any) -> None:
            fill(electors, to_a_household=1)

        yield f"127.0.0.1:{port}", postmaster, fill_with
        connection.close()


def phone_bank() -> tuple[str, list[str]]:
    """A phone bank for everybody, open all day; its code and its callers' session cookies."""
    from datetime import time, timedelta

    from django.test import Client

    from groundswell.common import clock
    from groundswell.contact.models import Script, ScriptVersion
    from groundswell.contact.rules.script import write_questions
    from groundswell.members.models import Member
    from groundswell.outreach import commands
    from groundswell.outreach.rules import CallingHours
    from groundswell.places.models import Area
    from groundswell.targeting.models import Universe
    from tests.phone_bank import QUESTIONS

    now, country = clock.now(), Area.objects.get(kind=Area.Kind.COUNTRY)
    script = Script.objects.create(name="First talk", area=country, made_at=now)
    version = ScriptVersion.objects.create(
        script=script,
        number=1,
        introduction="Hello, my name is {caller}. Is this {name}?",
        questions=write_questions(QUESTIONS),
        saved_at=now,
    )
    universe = Universe.objects.create(
        name="Everybody",
        area=country,
        rule={"match": "all", "conditions": []},
        made_at=now,
        changed_at=now,
    )
    midnight = time(0), time(23, 59, 59)
    plan = commands.EffortPlan(
        name="Bench",
        area=country,
        universe=universe,
        script_version=version,
        starts_on=clock.today(),
        ends_on=clock.today() + timedelta(days=2),
        joining="members",
        cap_per_day=30_000,
        hours=CallingHours(*midnight, *midnight),
    )
    effort = commands.draw_up_effort(by=None, channel="phone", plan=plan)
    effort = commands.open_effort(by=None, effort=effort)
    commands.refresh_queue(effort=effort)
    cookies = []
    for number in range(ACCOUNTS):
        member = Member.objects.create(
            email=f"caller{number}@example.org",
            name=f"Caller {number}",
            standing=Member.Standing.MEMBER,
            joined_at=now,
        )
        commands.join_effort(by=member, effort=effort, agreed=True)
        browser = Client()
        browser.force_login(member)
        cookies.append(browser.cookies["sessionid"].value)
    return effort.join_code, cookies


@contextmanager
def web_server(address: str) -> Iterator[int]:
    """The web server alone, as ``serve`` runs it; yields its process id."""
    import signal
    import time
    import urllib.error
    import urllib.request

    from groundswell.config.management.commands.serve import programs

    host, _, port = address.partition(":")
    server = subprocess.Popen(
        programs(host, int(port))[0].command, stdin=subprocess.DEVNULL, start_new_session=True
    )
    try:
        for _try in range(300):
            try:
                urllib.request.urlopen(f"http://{address}/accounts/login/", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield server.pid
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(30)


def stretches(
    plan: dict[str, Any], web: int, postmaster: int, actions: int, stored: list[str]
) -> list[Figure]:
    """The callers' process: a warm-up, then some stretches with the clocks read around each."""
    callers = subprocess.Popen(
        [sys.executable, str(ROOT / "bench" / "callers.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert callers.stdin
    assert callers.stdout
    from big_register import count_statistics

    print(json.dumps(plan), file=callers.stdin, flush=True)
    found = []
    try:
        for number in range(STRETCHES + 1):
            before = processor_seconds(web), processor_seconds(postmaster)
            print(actions if number else WARM_UP, file=callers.stdin, flush=True)
            told = json.loads(callers.stdout.readline())
            after = processor_seconds(web), processor_seconds(postmaster)
            stored += told["stored"]
            if told["trouble"] or told["refused"]:
                print("trouble:", told["trouble"], told["refused"][:3])
            done = sum(told["actions"].values())
            if os.environ.get("VERBOSE"):
                print(told["actions"], done, told["seconds"], flush=True)
            per_action = [(b - a) * 1000 / done for a, b in zip(before, after, strict=True)]
            if number:
                found.append(Figure(*per_action, done, done / told["seconds"]))
            else:
                count_statistics()
    finally:
        callers.stdin.close()
        callers.wait(60)
    return found


def processor_seconds(process: int) -> float:
    """Processor time so far of a process and all beneath it, the ended ones included."""
    ticks = 0
    for one in family(process):
        try:
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # ended in this moment: its parent counts it from now on
        ticks += sum(int(field) for field in fields[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def family(process: int) -> list[int]:
    """The process and all that it started, and they."""
    found = [process]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            found += [int(child) for child in task.read_text().split()]
    return found


TWICE_IN_HAND = """
SELECT count(*) FROM (
    SELECT claimed_at, lag(COALESCE(ended_at, 'infinity')) OVER (
        PARTITION BY constituency_id, {whom} ORDER BY claimed_at, id) AS ended_before
    FROM (SELECT b.*, e.household_id, e.id AS elector_id
        FROM outreach_batch b CROSS JOIN LATERAL jsonb_array_elements_text(b.electors) one
        JOIN register_elector e ON e.constituency_id = b.constituency_id AND e.id = one::bigint
    ) in_hand
) history WHERE ended_before > claimed_at
"""
DOUBLED = """
SELECT count(*) - count(DISTINCT id_on_device) FROM contact_attempt
"""


def verify(stored: Sequence[str]) -> None:
    """Nobody in two hands, and every acknowledged result there once, in rows, states and totals."""
    from django.db.models import Sum

    from groundswell.contact.models import Attempt, ElectorState, Tally

    there = {str(one) for one in Attempt.objects.values_list("id_on_device", flat=True)}
    states = ElectorState.objects.aggregate(sum=Sum("attempts"))["sum"]
    totals = Tally.objects.aggregate(sum=Sum("attempts"))["sum"]
    told = {
        "double claims": one_number(TWICE_IN_HAND.format(whom="elector_id")),
        "lost": len(set(stored) - there),
        "doubled": one_number(DOUBLED) + (len(stored) - len(set(stored))),
    }
    print(f"{len(there):,} results:", ", ".join(f"{n} {what}" for what, n in told.items()))
    assert not any(told.values()), told
    assert len(there) == len(stored) == states == totals, (len(stored), states, totals)


def one_number(statement: str) -> int:
    """The single number that a statement answers."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement)
        return int(cursor.fetchone()[0])


def main() -> None:
    """Every size in a process of its own, then the table."""
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    words.add_argument("--callers", type=int, nargs="+", default=[10, 50])
    words.add_argument("--electors", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    words.add_argument("--actions", type=int, default=500, help="In each stretch.")
    given = words.parse_args()
    rows: list[tuple[int, int, list[Figure]]] = []
    fresh = multiprocessing.get_context("spawn")
    for electors in given.electors:
        with ProcessPoolExecutor(1, fresh) as process:
            figures = process.submit(measure, electors, given.callers, given.actions).result()
        rows += [(electors, count, found) for count, found in figures.items()]
    print(
        f"{'electors':>10}{'callers':>9}{'web':>8}{'database':>10}{'together':>10}  all stretches"
    )
    for electors, count, found in rows:
        best = min(found, key=lambda figure: figure.together)
        others = " ".join(f"{figure.together:.2f}" for figure in found)
        print(
            f"{electors:>10,}{count:>9}{best.web:>8.2f}{best.database:>10.2f}"
            f"{best.together:>10.2f}  {others} ({best.per_second:.0f} a second)"
        )


if __name__ == "__main__":
    main()
