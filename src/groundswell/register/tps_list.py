"""A list of the Telephone Preference Service beside our own numbers: which of ours are on it.

The whole list has some 17 million numbers, so it is read as columns; ours are few beside it.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import phonenumbers
from django.conf import settings
from django.utils.translation import gettext as _

from groundswell.common.errors import Refused
from groundswell.register.checking.workspace import literal, open_workspace
from groundswell.register.incoming import shape_and_rows
from groundswell.register.reading import expected_rows
from groundswell.register.reading.rows import open_rows
from groundswell.register.rules.tps import MOST_UNREADABLE, national_digits, number_column
from groundswell.register.work_folder import Watch

_LEAST_DIGITS, _TELL_EVERY = 7, 50_000


@dataclass(frozen=True)
class Compared:
    """How many numbers the list has, and which of ours are among them, by constituency."""

    numbers: int
    listed: dict[int, list[str]]


def compare(listed: Path, ours: Iterable[tuple[int, str]], folder: Path, watch: Watch) -> Compared:
    """Compare a file of numbers with ours (constituency, E.164); refuses what is no such list."""
    country_code = phonenumbers.country_code_for_region(settings.ENVIRONMENT.country)
    numbers = _write_numbers(listed, folder / "listed.csv", country_code, watch)
    own = folder / "ours.csv"
    with own.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            (seat, value, national_digits(value, country_code)) for seat, value in ours
        )
    with open_workspace(folder) as work:
        found = _both(work, folder / "listed.csv", own)
    return Compared(numbers=numbers, listed=found)


def _write_numbers(listed: Path, to: Path, country_code: int, watch: Watch) -> int:
    """The list's numbers as bare digits, one a line; how many."""
    shape, sample = shape_and_rows(listed)
    column = number_column(sample)
    if column is None:
        raise Refused(_("This is no list of telephone numbers: one number a line is expected."))
    watch.step(_("Reading the list"), expected_rows(listed, shape))
    read = written = 0
    with open_rows(listed, shape) as rows, to.open("w", encoding="ascii") as file:
        for _line, row in rows:
            read += 1
            if not read % _TELL_EVERY:
                watch.done(read)
            digits = national_digits(row[column], country_code) if column < len(row) else ""
            if len(digits) >= _LEAST_DIGITS:
                written += 1
                file.write(digits + "\n")
    if read - written - 1 > read * MOST_UNREADABLE:
        raise Refused(
            _("Too many lines of this file hold no telephone number: is it the whole list?")
        )
    return written


def _both(work: duckdb.DuckDBPyConnection, listed: Path, own: Path) -> dict[int, list[str]]:
    read = "read_csv({}, header = false, auto_detect = false, delim = ',', columns = {})"
    theirs = read.format(literal(str(listed)), {"digits": "VARCHAR"})
    ours = read.format(
        literal(str(own)), {"seat": "BIGINT", "value": "VARCHAR", "digits": "VARCHAR"}
    )
    rows = work.execute(
        f"SELECT DISTINCT seat, value FROM {ours} WHERE digits IN (SELECT digits FROM {theirs})"  # noqa: S608 - our own files
    ).fetchall()
    found: dict[int, list[str]] = {}
    for seat, value in rows:
        found.setdefault(seat, []).append(value)
    return found
