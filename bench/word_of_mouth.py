"""What a share set going, and how far things travel, beside the bare SQL of the same answers.

    python bench/word_of_mouth.py [--engine sqlite|postgresql] [--shares 1000000]

Fills a throwaway database with links in trees (each new one hangs under any earlier one with the
same chance, two in a hundred begin a tree), one arrival for each link that has a parent, and visits
of each. Then in turn: our query, and the bare statements of the same answer, once by walking parent
ids (``WITH RECURSIVE``) and once by the ranges that our paths make possible. The quickest round of
each counts: processor time for SQLite, which works in this process; time on the clock for
PostgreSQL.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.universe_counts import database  # noqa: E402 - the path is set just above

# Codes are of signs without lookalikes.
_SIGNS = str.maketrans("01", "bd")
AREAS, ROOTS, ROUNDS = 100, 0.02, 3
UNDER = """
WITH RECURSIVE under(id) AS (
  SELECT id FROM sharing_sharelink WHERE owner_id = %s
  UNION ALL SELECT l.id FROM sharing_sharelink l JOIN under u ON l.parent_id = u.id
)
"""
WALKED = (
    UNDER
    + """SELECT COUNT(DISTINCT a.sharer_id), COUNT(DISTINCT CASE WHEN l.owner_id = %s
         THEN a.sharer_id END), COUNT(DISTINCT a.subject_id)
  FROM sharing_arrival a JOIN under u ON a.link_id = u.id JOIN sharing_sharelink l ON l.id = u.id
""",
    UNDER
    + """SELECT COUNT(DISTINCT l.owner_id) FROM sharing_sharelink l JOIN under u ON u.id = l.id
  WHERE l.owner_id <> %s""",
)
RANGED = (
    """SELECT COUNT(DISTINCT sharer_id), COUNT(DISTINCT CASE WHEN link_id = %s THEN sharer_id END),
       COUNT(DISTINCT subject_id) FROM sharing_arrival WHERE path >= %s AND path < %s""",
    "SELECT COUNT(DISTINCT owner_id) FROM sharing_sharelink WHERE above >= %s AND above < %s",
)
OPENED = """SELECT SUM(v.count) FROM sharing_visits v JOIN sharing_sharelink l ON l.id = v.link_id
  WHERE l.owner_id = %s"""
GENERATIONS = """SELECT generation, COUNT(DISTINCT sharer_id), COUNT(*) FROM sharing_arrival
  WHERE NOT independent {area} GROUP BY generation ORDER BY generation"""
SHARERS = """SELECT generation, COUNT(DISTINCT owner_id) FROM sharing_sharelink
  WHERE NOT independent AND generation > 0 {area} GROUP BY generation"""
BROUGHT = """SELECT n, COUNT(*) FROM (
  SELECT l.owner_id, COUNT(*) AS n FROM sharing_sharer s JOIN sharing_sharelink l
  ON l.id = s.came_by_id WHERE NOT l.independent {area} GROUP BY l.owner_id) each_one GROUP BY n"""
EVERYBODY = """SELECT COUNT(*) FROM (SELECT owner_id FROM sharing_sharelink l
  WHERE NOT independent {area} UNION SELECT s.id FROM sharing_sharer s JOIN sharing_sharelink l
  ON l.id = s.came_by_id WHERE NOT l.independent {area}) everybody"""


def load(table: str, columns: list[str], rows: Iterator[tuple[Any, ...]]) -> None:
    """Rows straight into a table, as quickly as the database takes them."""
    from django.db import connection, transaction

    names = ", ".join(columns)
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:  # type: ignore[attr-defined]
                for row in rows:
                    copy.write_row(row)
            return
        places = ", ".join(["?"] * len(columns))
        cursor.connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)


def fill(shares: int) -> list[int]:
    """The trees; how many links lie beneath each."""
    from django.db import connection

    from groundswell.common import clock
    from groundswell.places.models import Area
    from groundswell.sharing.rules.ancestry import key_of

    dice = random.Random(20261123)
    for number in range(1, AREAS + 1):
        area = Area.objects.create(kind="constituency", code=f"E{number}", name=f"Seat {number}")
        Area.objects.filter(pk=area.pk).update(path=f"/{area.pk}/")
    first_area = Area.objects.order_by("pk").values_list("pk", flat=True)[0]
    parents = [0] + [
        dice.randint(1, number - 1) if number > 1 and dice.random() > ROOTS else 0
        for number in range(1, shares + 1)
    ]
    above, depth = [""], [0]
    for number in range(1, shares + 1):
        parent = parents[number]
        above.append(key_of(above[parent], parent) if parent else "")
        depth.append(depth[parent] + 1 if parent else 0)
    beneath = [0] * (shares + 1)
    for number in range(shares, 0, -1):
        if parents[number]:
            beneath[parents[number]] += beneath[number] + 1
    now, today = clock.now(), clock.today()
    moment = now.isoformat(sep=" ")[:26] if connection.vendor == "sqlite" else now
    day = today.isoformat() if connection.vendor == "sqlite" else today
    area_of = [first_area + number % AREAS for number in range(shares + 1)]
    everyone = range(1, shares + 1)
    load("sharing_sharer", ["id", "is_newcomer"], ((number, False) for number in everyone))
    load(
        "sharing_sharelink",
        ["id", "code", "owner_id", "kind", "subject_id", "area_id", "theme", "independent",
         "parent_id", "above", "generation", "made_at", "made_on"],
        ((number, f"c{number}".translate(_SIGNS), number, "event", number % 50, area_of[number],
          "event", False, parents[number] or None, above[number], depth[number], moment, day)
         for number in everyone),
    )  # fmt: skip
    load(
        "sharing_arrival",
        ["sharer_id", "link_id", "path", "generation", "action", "kind", "subject_id", "area_id",
         "theme", "independent", "at", "day", "link_made_on"],
        ((number, parents[number], above[number], depth[number], "rsvp", "event", number % 50,
          area_of[parents[number]], "event", False, moment, number % 9, day)
         for number in everyone if parents[number]),
    )  # fmt: skip
    load(
        "sharing_visits",
        ["link_id", "day", "count"],
        ((number, day, number % 7) for number in everyone),
    )
    from groundswell.common.statements import change

    change(
        "UPDATE sharing_sharer SET came_by_id = l.parent_id, came_at = %s FROM sharing_sharelink l"
        " WHERE l.owner_id = sharing_sharer.id AND l.parent_id IS NOT NULL",
        [now],
    )
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for table in ("sharer", "sharelink", "arrival", "visits"):
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence('sharing_{table}', 'id'), {shares + 1})"
                )
        cursor.execute("ANALYZE")
    return beneath


def quickest(run: Callable[[], Any], *, on_the_clock: bool) -> tuple[float, Any]:
    """Seconds of the quickest of some rounds, and what came out."""
    watch = perf_counter if on_the_clock else process_time
    best, answer = float("inf"), None
    for _round in range(ROUNDS):
        begin = watch()
        answer = run()
        best = min(best, watch() - begin)
    return best, answer


def bare(*statements: tuple[str, list[Any]]) -> list[list[tuple[Any, ...]]]:
    """The rows of statements written by hand, through the same connection."""
    from django.db import connection

    told = []
    with connection.cursor() as cursor:
        for statement, values in statements:
            cursor.execute(statement, values)
            told.append(cursor.fetchall())
    return told


def measure(beneath: list[int], *, on_the_clock: bool) -> None:
    """Each query beside its bare statements."""
    from groundswell.members.commands import open_account
    from groundswell.sharing.models import ShareLink, Sharer
    from groundswell.sharing.queries.going import set_going
    from groundswell.sharing.queries.reach import Scope, brought_counts, generations
    from groundswell.sharing.rules.ancestry import range_of

    timed = partial(quickest, on_the_clock=on_the_clock)
    print(f"{'':38}{'ours':>10}{'walking':>10}{'ranges':>10}   ratio to the quicker")
    for wanted in (14, 1_000, 50_000):
        owner = min(range(1, len(beneath)), key=lambda number: abs(beneath[number] - wanted))
        member = open_account(by=None, email=f"m{owner}@example.org", name="M")
        Sharer.objects.filter(pk=owner).update(member=member)
        first, beyond = range_of(ShareLink.objects.get(pk=owner).key)
        ours, told = timed(lambda member=member: set_going(member))
        walked, by_walking = timed(
            lambda owner=owner: bare(
                (WALKED[0], [owner, owner]), (WALKED[1], [owner, owner]), (OPENED, [owner])
            )
        )
        ranged, by_range = timed(
            lambda owner=owner, first=first, beyond=beyond: bare(
                (RANGED[0], [owner, first, beyond]), (RANGED[1], [first, beyond]), (OPENED, [owner])
            )
        )
        assert told.people == by_walking[0][0][0] == by_range[0][0][0] == beneath[owner]
        assert told.direct == by_walking[0][0][1] == by_range[0][0][1]
        assert told.sharers == by_walking[1][0][0] == by_range[1][0][0]
        show(f"set going, {beneath[owner]:,} beneath", ours, walked, ranged)
    from groundswell.places.models import Area

    area = Area.objects.order_by("pk")[7]
    whole, one = Scope(everywhere=True, paths=()), Scope(everywhere=False, paths=(area.path,))
    for name, scope, filter_ in (
        ("everywhere", whole, ""),
        ("one area of a hundred", one, f"AND {{}}area_id = {area.pk}"),
    ):
        plain, of_link = filter_.format(""), filter_.format("l.")
        ours, told_generations = timed(lambda scope=scope: generations(scope))
        seconds, rows = timed(
            lambda plain=plain: bare(
                (GENERATIONS.format(area=plain), []), (SHARERS.format(area=plain), [])
            )
        )
        assert [(g.number, g.people, g.deeds) for g in told_generations] == [*rows[0]]
        show(f"by generation, {name}", ours, None, seconds)
        ours, told_brought = timed(lambda scope=scope: brought_counts(scope))
        seconds, rows = timed(
            lambda of_link=of_link: _brought(
                bare((BROUGHT.format(area=of_link), []), (EVERYBODY.format(area=of_link), []))
            )
        )
        assert told_brought == rows
        show(f"each brings in, {name}", ours, None, seconds)


def _brought(rows: list[list[tuple[Any, ...]]]) -> Counter[int]:
    counts = Counter(dict(rows[0]))
    counts[0] = rows[1][0][0] - sum(counts.values())
    return counts


def show(name: str, ours: float, walked: float | None, ranged: float) -> None:
    """One line of milliseconds and the ratio."""
    least = min(ranged, walked) if walked is not None else ranged
    walking = f"{walked * 1000:10.1f}" if walked is not None else f"{'':>10}"
    print(f"{name:38}{ours * 1000:10.1f}{walking}{ranged * 1000:10.1f}   {ours / least:5.2f}")


def writes() -> None:
    """What one arrival and one new link cost among all the others."""
    from groundswell.members.commands import open_account
    from groundswell.sharing.commands import note_came_through, share
    from groundswell.sharing.models import ShareLink
    from groundswell.sharing.registry import Shared, register_shareable

    register_shareable("event", title="Event", find=lambda _id: Shared("Stall", "", "/"))
    deepest = ShareLink.objects.order_by("-generation").first()
    assert deepest is not None
    came, shared = [], []
    for number in range(50):
        member = open_account(by=None, email=f"new{number}@example.org", name="New")
        begin = perf_counter()
        note_came_through(member=member, via=deepest.code, action="rsvp", subject=("event", 1))
        middle = perf_counter()
        share(by=member, kind="event", id=1)
        came.append(middle - begin)
        shared.append(perf_counter() - middle)
    print(
        f"beneath generation {deepest.generation}: an arrival {sorted(came)[25] * 1000:.1f} ms,"
        f" a new link {sorted(shared)[25] * 1000:.1f} ms (medians of 50)"
    )


def main() -> None:
    """Fill, measure, tell."""
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    given.add_argument("--shares", type=int, default=1_000_000)
    wanted = given.parse_args()
    with database(wanted.engine):
        begin = perf_counter()
        beneath = fill(wanted.shares)
        print(f"{wanted.engine}, {wanted.shares:,} shares ({perf_counter() - begin:.0f} s to fill)")
        measure(beneath, on_the_clock=wanted.engine == "postgresql")
        writes()


if __name__ == "__main__":
    main()
