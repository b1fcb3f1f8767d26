"""What an import is held against: the least that writing its rows takes; and a clock for both."""

import csv
import os
import subprocess
import time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

TABLES = (
    "register_household",
    "register_elector",
    "register_registerentry",
    "contact_electorstate",
)


def set_up() -> None:
    import django

    django.setup()


class Clock:
    """Tells seconds by the clock and of the processors, the database's server with this process."""

    def __init__(self) -> None:
        from django.db import connection

        self._postmaster = ""
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SHOW data_directory")
                folder = Path(cursor.fetchone()[0])
            self._postmaster = (folder / "postmaster.pid").read_text().split()[0]
        self._begun = self.now()

    def now(self) -> tuple[float, float]:
        """Both, from any beginning."""
        own = sum(os.times()[:4])
        return time.perf_counter(), own + (_of_server(self._postmaster) if self._postmaster else 0)

    def took(self, electors: int, seconds: float = 0, processor: float = 0) -> dict[str, float]:
        """What it took from this clock's making to the moment given, or to now."""
        if not seconds:
            seconds, processor = self.now()
        return {
            "electors": electors,
            "seconds": seconds - self._begun[0],
            "processor": processor - self._begun[1],
        }


def _of_server(postmaster: str) -> float:
    """Processor seconds of PostgreSQL's processes, those that have ended too (Linux tells them)."""
    ticks = 0
    for told in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = told.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if told.parent.name == postmaster:
            ticks += sum(map(int, fields[11:15]))
        elif fields[1] == postmaster:
            ticks += sum(map(int, fields[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


def yardsticks_postgresql(_: Path) -> dict[str, Any]:
    """Rates of a bare COPY of all rows, and of bulk_create of some of them."""
    set_up()
    from django.db import connection, transaction
    from psycopg import sql

    from groundswell.register.models import Elector

    electors = Elector.objects.count()
    with TemporaryDirectory() as folder, connection.cursor() as cursor:
        for table in TABLES:
            copy = sql.SQL("COPY {} TO STDOUT (FORMAT csv, HEADER, NULL '\\N')")
            with (
                (Path(folder) / table).open("wb") as file,
                cursor.copy(copy.format(sql.Identifier(table))) as rows,
            ):
                for block in rows:
                    file.write(block)
        cursor.execute(f"TRUNCATE {', '.join(TABLES)}")
        cursor.execute("CHECKPOINT")
        clock = Clock()
        with transaction.atomic():
            for table in TABLES:
                copy = sql.SQL("COPY {} FROM STDIN (FORMAT csv, HEADER, NULL '\\N')")
                with (
                    (Path(folder) / table).open("rb") as file,
                    cursor.copy(copy.format(sql.Identifier(table))) as stream,
                ):
                    while block := file.read(1 << 18):
                        stream.write(block)
        copied = clock.took(electors)
        cursor.execute(f"TRUNCATE {', '.join(TABLES)}")
        cursor.execute("CHECKPOINT")
        return {"COPY": copied, "bulk_create": _bulk_created(Path(folder), electors)}


def _bulk_created(folder: Path, electors: int) -> dict[str, float]:
    """What it takes that rows of the files become objects and, a thousand at a time, rows again."""
    from django.apps import apps
    from django.db import transaction

    share = min(1.0, int(os.environ["BULK_CREATED"]) / electors)
    models = {model._meta.db_table: model for model in apps.get_models()}
    clock = Clock()
    with transaction.atomic():
        for table in TABLES:
            model = models[table]
            with (folder / table).open(encoding="utf-8", newline="") as file:
                count = round(share * (sum(1 for _ in file) - 1))
                file.seek(0)
                rows = csv.DictReader(file)
                while some := [_object(model, row) for row in islice(rows, min(1000, count))]:
                    model.objects.bulk_create(some)
                    count -= len(some)
    return clock.took(round(share * electors))


def _object(model: Any, row: dict[str, str]) -> Any:
    return model(**{name: None if cell == "\\N" else cell for name, cell in row.items()})


def yardsticks_sqlite(_: Path) -> dict[str, Any]:
    """The rate of the shell's ``.import`` of all rows."""
    set_up()
    from django.conf import settings
    from django.db import connection

    from groundswell.register.models import Elector

    electors = Elector.objects.count()
    database = str(settings.DATABASES["default"]["NAME"])
    with TemporaryDirectory() as folder, connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT * FROM {table}")
            with (Path(folder) / table).open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                while rows := cursor.fetchmany(10_000):
                    writer.writerows(rows)
            cursor.execute(f"DELETE FROM {table}")
        connection.close()
        imports = "\n".join(f".import --csv {folder}/{table} {table}" for table in TABLES)
        said = f"PRAGMA journal_mode=WAL;\nPRAGMA synchronous=NORMAL;\nBEGIN;\n{imports}\nCOMMIT;\n"
        clock = Clock()
        subprocess.run(
            ["sqlite3", database], input=said, text=True, check=True, stdout=subprocess.DEVNULL
        )
        return {"sqlite3 .import": clock.took(electors)}
