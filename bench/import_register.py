"""Importing a whole register, fully checked, beside the least that writing its rows can take.

    python bench/import_register.py [--electors 1000000] [--database postgresql|sqlite] [--file F]

A pretend county's register in Xpress's layout is uploaded, checked and applied into an empty
database by the commands that the site uses, in a process of its own, whose greatest memory is told.
Then the same columns of the same rows go into the same tables, emptied, indexes in place:

- PostgreSQL: by a bare ``COPY`` from files; and, for a share of the electors (200,000, told by
  ``--bulk-created``), read from the same files into objects and saved by Django's ``bulk_create``;
- SQLite: by ``.import`` of the ``sqlite3`` shell.

Rates are electors a second by the clock; processor time, the database's with it, is told beside,
since it says more than the clock on a machine that does other work. The yardsticks check nothing
and take rows that are clean already. The throwaway PostgreSQL keeps its durability settings
(fsync, full pages, synchronous commit) as they come.
"""

import argparse
import csv
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(ROOT / "bench")]

from import_yardsticks import (  # noqa: E402 - found by the line above
    Clock,
    set_up,
    yardsticks_postgresql,
    yardsticks_sqlite,
)

PUBLISHED = date(2026, 12, 1)
LEAST = {"COPY": 0.4, "bulk_create": 10.0, "sqlite3 .import": 0.3}
MOST_MEMORY = 1536
BULK_CREATED = 200_000


@dataclass(frozen=True)
class Took:
    """What writing so many electors took: seconds by the clock and of the processors."""

    electors: int
    seconds: float
    processor: float

    @property
    def rate(self) -> float:
        """Electors a second by the clock."""
        return self.electors / self.seconds

    @property
    def cost(self) -> float:
        """Microseconds of processor time for each elector."""
        return 1e6 * self.processor / self.electors

    def __str__(self) -> str:
        return f"{self.rate:9,.0f} electors/s  {self.seconds:6.1f} s  {self.cost:6.1f} µs processor"


def main() -> None:
    """Measure on the databases asked for, and say whether each promise holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--electors", type=int, default=1_000_000)
    parser.add_argument("--database", choices=("postgresql", "sqlite"))
    parser.add_argument("--file", type=Path, help="A register written before.")
    parser.add_argument("--bulk-created", type=int, default=BULK_CREATED)
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inside:
        print(json.dumps(INSIDE[given.inside](given.file)))
        return
    os.environ["BULK_CREATED"] = str(given.bulk_created)
    with TemporaryDirectory() as folder:
        path = given.file or _written(Path(folder), given.electors)
        for database in [given.database] if given.database else ["postgresql", "sqlite"]:
            print(f"== {database}, {path.stat().st_size / 1e6:.0f} MB")
            _measure(database, path)


def _measure(database: str, path: Path) -> None:
    with _site(database):
        run_inside("prepare", path)
        told = run_inside("import", path)
        imported = Took(**told["took"])
        print(f"import           {imported}", flush=True)
        for step, seconds, processor in told["steps"]:
            print(f"    {seconds:6.1f} s  {processor:6.1f} s processor  {step}")
        kept = _mark(told["memory"] <= MOST_MEMORY)
        print(f"    memory {told['memory']} MiB, at most {MOST_MEMORY} {kept}", flush=True)
        for name, took in run_inside(f"yardsticks-{database}", path).items():
            yardstick = Took(**took)
            ratio = imported.rate / yardstick.rate
            print(f"{name:<16} {yardstick}")
            print(
                f"    import is {ratio:.2f} × as fast by the clock,"
                f" {yardstick.cost / imported.cost:.2f} × by processor;"
                f" at least {LEAST[name]} {_mark(ratio >= LEAST[name])}"
            )


def _mark(kept: object) -> str:
    return "✓" if kept else "✗"


def run_inside(what: str, path: Path) -> dict[str, Any]:
    """A step in a process of its own, on the database of the environment."""
    command = [sys.executable, __file__, "--inside", what, "--file", str(path)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


@contextmanager
def _site(database: str) -> Iterator[None]:
    """A home and an empty database of our own, told to the processes through the environment."""
    from tests.machine import postgres_programs
    from tests.postgres import throwaway_server

    with TemporaryDirectory() as home:
        os.environ["GROUNDSWELL_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "groundswell.config.settings"
        if database == "sqlite":
            os.environ["GROUNDSWELL_DATABASE_URL"] = ""
            yield
            return
        programs = postgres_programs()
        if programs is None:
            raise SystemExit("PostgreSQL is not installed")
        with throwaway_server(programs, careful=True) as address:
            os.environ["GROUNDSWELL_DATABASE_URL"] = address
            yield


def _written(folder: Path, electors: int) -> Path:
    """A county's register, tab-separated in windows-1252."""
    from itertools import chain

    from groundswell.register import town

    path = folder / "register.csv"
    towns = town.make_county(electors, 1, PUBLISHED)
    town.LAYOUTS["xpress"](chain.from_iterable(one.electors() for one in towns), path)
    return path


def prepare(path: Path) -> dict[str, Any]:
    """Tables, and places: a ward and constituency for every postcode of the file."""
    set_up()
    from django.core.management import call_command

    from groundswell.places.models import Area, Postcode
    from groundswell.register.commands import record_supply

    call_command("migrate", verbosity=0)
    council = _area(Area, "council", "E07000066", None)
    with path.open(encoding="windows-1252", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        districts = {
            row["PostCode"]: row["Elector Number Prefix"] for row in rows if row["PostCode"]
        }
    places = _wards(Area, sorted(set(districts.values())))
    Postcode.objects.bulk_create(
        (
            Postcode(
                postcode=postcode,
                latitude=51.5,
                longitude=0.4,
                ward=places[district],
                constituency=places[district].parent,
                source="bench",
            )
            for postcode, district in districts.items()
        ),
        batch_size=2000,
    )
    supply = record_supply(
        by=None,
        entitled_body="Bench",
        regulation="RPR 2001 reg. 106",
        supplied_on=PUBLISHED,
        area_id=council.pk,
        purpose="Measuring",
        person_responsible="Nobody",
        destroy_by=date(2030, 1, 1),
    )
    return {"supply": supply.pk}


def _wards(area: Any, districts: list[str]) -> dict[str, Any]:
    """A ward for every four polling districts, a constituency for every sixty."""
    wards: dict[str, Any] = {}
    for place, district in enumerate(districts):
        if place % 60 == 0:
            seat = _area(area, "constituency", f"E14B{place:05}", None)
        if place % 4 == 0:
            ward = _area(area, "ward", f"E05B{place:05}", seat)
        wards[district] = ward
    return wards


def _area(area: Any, kind: str, code: str, parent: Any) -> Any:
    made = area.objects.create(kind=kind, code=code, name=code, nation="E", parent=parent, path="")
    made.path = f"{parent.path if parent else '/'}{made.pk}/"
    made.save(update_fields=["path"])
    return made


def import_file(path: Path) -> dict[str, Any]:
    """Upload, check and apply, timed as one; memory of this process, which does it all."""
    set_up()
    from groundswell.places.models import Area
    from groundswell.register.commands import apply_import, check_import, upload_register
    from groundswell.register.models import Elector, SupplyRecord
    from groundswell.register.work_folder import HowFar, Watch

    clock = Clock()
    marks: list[tuple[str, float, float]] = [("Uploading", *clock.now())]

    class Clocked(Watch):
        """Notes when each step begins."""

        def show(self, now: HowFar) -> None:
            """The step has begun, or goes on."""
            if now.step != marks[-1][0]:
                marks.append((now.step, *clock.now()))

    with path.open("rb") as file:
        made = upload_register(
            by=None,
            file=file,
            file_name=path.name,
            council_id=Area.objects.get(kind="council").pk,
            supply_id=SupplyRecord.objects.get().pk,
            published_on=PUBLISHED,
        )
    check_import(import_id=made.pk, watch=Clocked(made.pk))
    applied = apply_import(import_id=made.pk, watch=Clocked(made.pk))
    marks.append(("", *clock.now()))
    assert applied.state == "applied", applied.trouble
    assert applied.summary["refused"] == 0
    steps = [
        (step, later - sooner, used_later - used_sooner)
        for (step, sooner, used_sooner), (_, later, used_later) in pairwise(marks)
    ]
    return {
        "took": clock.took(Elector.objects.count(), *marks[-1][1:]),
        "steps": steps,
        "memory": _greatest_memory(),
    }


def _greatest_memory() -> int:
    """The most memory this process ever held, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


INSIDE = {
    "prepare": prepare,
    "import": import_file,
    "yardsticks-postgresql": yardsticks_postgresql,
    "yardsticks-sqlite": yardsticks_sqlite,
}

if __name__ == "__main__":
    main()
