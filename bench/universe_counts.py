"""Counts as you type, beside the bare SQL count of the same people.

    python bench/universe_counts.py [--engine sqlite|postgresql] [--electors 75000]

Fills a throwaway database with one constituency and some neighbours. For each rule, in turn: the
bare ``SELECT COUNT(*)`` of those whom it selects, the same of those of them who may be contacted
(the number shown first), and the whole of ``count_universe``: may this organiser ask, which areas
are meant, people, households, callable numbers, and how many are left out for which reason. The
quickest round of each counts, since whatever else runs only adds: processor time for SQLite, which
works in this process; time on the clock for PostgreSQL.
"""

import argparse
import os
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any
from uuid import UUID

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

WARDS, DISTRICTS = 12, 5
RULES: dict[str, list[dict[str, Any]]] = {
    "everybody": [],
    "never contacted, callable": [{"kind": "never_contacted"}, {"kind": "callable"}],
    "supporters and leaning": [
        {
            "kind": "voting_intention",
            "is": ["supporter", "leaning"],
            "newer_than_days": 365,
            "older_than_days": None,
        }
    ],
    "not lately, fewer than 3 tries": [
        {"kind": "last_contacted", "days": 28, "or_never": True},
        {"kind": "attempts", "fewer_than": 3},
    ],
    "postal voters over 60": [
        {"kind": "postal_voter"},
        {"kind": "age", "from": 60, "to": None},
    ],
    "alone at their address": [{"kind": "household_size", "from": 1, "to": 1}],
}


@contextmanager
def database(engine: str) -> Iterator[None]:
    """An empty database of our own, gone afterwards."""
    with TemporaryDirectory(prefix="groundswell-bench-") as home:
        address: Any = nullcontext("")
        if engine == "postgresql":
            from tests.machine import postgres_programs
            from tests.postgres import throwaway_server

            programs = postgres_programs()
            if programs is None:
                sys.exit("PostgreSQL is not installed.")
            address = throwaway_server(programs)
        with address as url:
            os.environ |= {
                "GROUNDSWELL_HOME": home,
                "GROUNDSWELL_DATABASE_URL": url,
                "DJANGO_SETTINGS_MODULE": "groundswell.config.settings",
            }
            import django
            from django.core.management import call_command
            from django.db import connection

            django.setup()
            call_command("migrate", verbosity=0)
            yield
            connection.close()


def fill(electors: int, neighbours: int) -> tuple[Any, Any]:
    """One constituency with so many electors, its neighbours, and an organiser of it."""
    from django.db import connection

    from groundswell.common import clock
    from groundswell.members.commands import grant_role, open_account
    from groundswell.members.models import Member, Role

    country = area("country", "K02000001", None)
    chance = random.Random(1)
    seats = [area("constituency", f"E14{n:06}", country) for n in range(neighbours + 1)]
    for seat in seats:
        settle(seat, electors, chance)
    organiser = open_account(
        by=None, email="o@example.org", name="Olive", standing=Member.Standing.MEMBER
    )
    grant_role(
        by=None,
        member=organiser,
        kind=Role.Kind.ORGANISER,
        area=seats[0],
        reason="Bench",
        ends_on=clock.today() + timedelta(days=30),
    )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
        cursor.execute("ANALYZE")
    return organiser, seats[0]


def area(kind: str, code: str, parent: Any) -> Any:
    """An area beneath another."""
    from groundswell.places.models import Area

    made = Area.objects.create(kind=kind, code=code, name=code, nation="E", parent=parent, path="")
    made.path = f"{parent.path if parent else '/'}{made.pk}/"
    made.save(update_fields=["path"])
    return made


def settle(seat: Any, electors: int, chance: random.Random) -> None:
    """Households of one to five, a quarter of them contacted, half of the people with a number."""
    from groundswell.contact.models import ElectorState
    from groundswell.register.models import Elector, Household

    wards = [area("ward", f"{seat.code}W{n}", seat) for n in range(WARDS)]
    districts = [
        area("polling_district", f"{w.code}{n}", w) for w in wards for n in range(DISTRICTS)
    ]
    sizes: list[int] = []
    while sum(sizes) < electors:
        sizes.append(chance.choices([1, 2, 3, 4, 5], [30, 40, 15, 10, 5])[0])
    homes = Household.objects.bulk_create(
        [
            Household(
                constituency=seat,
                key=f"{n}",
                address=f"{n} Bench Street",
                street=f"Street {n // 40}",
                ward_id=districts[n * len(districts) // len(sizes)].parent_id,
                polling_district=districts[n * len(districts) // len(sizes)],
            )
            for n in range(len(sizes))
        ],
        batch_size=500,
    )
    people = [home for home, size in zip(homes, sizes, strict=True) for _one in range(size)]
    made = Elector.objects.bulk_create(
        [elector(seat, home, number, chance) for number, home in enumerate(people[:electors])],
        batch_size=500,
    )
    contacted = {home.pk: chance.random() < 0.25 for home in homes}
    ElectorState.objects.bulk_create(
        [state(one, contacted[one.household_id or 0], chance) for one in made], batch_size=500
    )


def elector(seat: Any, home: Any, number: int, chance: random.Random) -> Any:
    """One elector of the home."""
    from groundswell.common import clock
    from groundswell.register.models import Elector

    return Elector(
        constituency=seat,
        council=seat,
        person=UUID(int=chance.getrandbits(128)),
        household=home,
        ward_id=home.ward_id,
        polling_district_id=home.polling_district_id,
        prefix="BX",
        number=number,
        forename="Ann",
        surname="Bench",
        birth_year=chance.randint(1930, 2007) if chance.random() < 0.3 else None,
        absent_vote="postal" if chance.random() < 0.2 else "",
        edition=clock.today(),
        last_import_id=1,
    )


def state(one: Any, contacted: bool, chance: random.Random) -> Any:  # noqa: FBT001 - a fact
    """What we know of an elector."""
    from groundswell.common import clock
    from groundswell.contact.models import ElectorState

    rests = clock.now() + timedelta(days=chance.randint(-200, 28)) if contacted else None
    talked = rests is not None and chance.random() < 0.5
    last = rests - timedelta(days=28) if rests is not None else None
    number = chance.random() < 0.5
    return ElectorState(
        constituency_id=one.constituency_id,
        elector=one,
        household_id=one.household_id,
        ward_id=one.ward_id,
        polling_district_id=one.polling_district_id,
        callable_until=clock.today() + timedelta(days=20) if number else None,
        not_callable="" if number else chance.choice(["no_number", "tps", "unscreened"]),
        stopped=",all," if chance.random() < 0.01 else "",
        rests_until=rests,
        attempts=chance.randint(1, 4) if contacted else 0,
        last_attempt_at=last,
        last_contact_at=last if talked else None,
        last_outcome="spoke" if talked else "no_answer" if contacted else "",
        voting_intention=chance.choice(["supporter", "leaning", "against"]) if talked else "",
        voting_intention_at=last if talked else None,
    )


def bare(seat: Any, rule: dict[str, Any], *, free: bool) -> Callable[[], int]:
    """The bare count of those whom the rule selects, or of those of them who may be contacted."""
    from django.db import connection

    from groundswell.targeting.queries.asking import adapted, asked_in_each, from_where
    from groundswell.targeting.rules.eligibility import rested

    asked, selected = next(iter(asked_in_each(seat, rule)))
    sql, params = f"SELECT COUNT(*) {from_where(selected)}", selected.params
    if free:
        may = rested(asked.now)
        sql += f" AND (s.stopped = '' OR s.stopped NOT LIKE %s) AND {may.sql}"
        params = (*params, "%,all,%", *may.params)
    values = adapted(params)

    def count() -> int:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            return int(cursor.fetchone()[0])

    return count


def quickest(clock: Callable[[], float], rounds: int, *works: Callable[[], Any]) -> list[float]:
    """The quickest round of each in milliseconds, taken in turn."""
    best = [float("inf")] * len(works)
    for _round in range(rounds):
        for at, work in enumerate(works):
            start = clock()
            work()
            best[at] = min(best[at], (clock() - start) * 1000)
    return best


def compare(engine: str, organiser: Any, seat: Any, rounds: int) -> None:
    """One line for each rule, and the worst of them."""
    from groundswell.targeting.queries import count_universe

    clock = process_time if engine == "sqlite" else perf_counter
    print(
        f"{'rule':<32}{'people':>9}{'selected':>10}{'people':>9}{'ours':>9}{'times':>7}{'times':>7}"
    )
    worst = [0.0, 0.0]
    for name, conditions in RULES.items():
        rule = {"match": "all", "conditions": conditions}
        selected, people = bare(seat, rule, free=False), bare(seat, rule, free=True)
        ours = partial(count_universe, organiser, seat, rule)
        assert (selected(), people()) == (ours().matched, ours().people)
        *plain, took = quickest(clock, rounds, selected, people, ours)
        times = [took / one for one in plain]
        worst = [max(pair) for pair in zip(worst, times, strict=True)]
        print(
            f"{name:<32}{people():>9,}{plain[0]:>8.1f}ms{plain[1]:>7.1f}ms{took:>7.1f}ms"
            f"{times[0]:>7.2f}{times[1]:>7.2f}"
        )
    print(f"worst: {worst[0]:.2f} times the count of those selected,", end=" ")
    print(f"{worst[1]:.2f} times that of those who may be contacted")


def main() -> None:
    """Fill, measure, print."""
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    words.add_argument("--electors", type=int, default=75_000)
    words.add_argument("--neighbours", type=int, default=2)
    words.add_argument("--rounds", type=int, default=15)
    words.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    given = words.parse_args()
    with database(given.engine):
        organiser, seat = fill(given.electors, given.neighbours)
        print(f"{given.engine}, {given.electors:,} electors, {given.neighbours} neighbours")
        compare(given.engine, organiser, seat, given.rounds)


if __name__ == "__main__":
    main()
