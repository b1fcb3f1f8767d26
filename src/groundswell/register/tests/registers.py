"""Registers for the tests: written as councils write them, brought in by the commands."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from groundswell.places.models import Area
from groundswell.register.commands import (
    apply_import,
    check_import,
    record_supply,
    upload_register,
)
from groundswell.register.models import Elector, RegisterImport, SupplyRecord

DECEMBER, NEXT_DECEMBER = date(2025, 12, 1), date(2026, 12, 1)
XPRESS = [
    "Elector Number Prefix",
    "Elector Number",
    "Elector Number Suffix",
    "Elector Markers",
    "Elector DOB",
    "Elector Surname",
    "Elector Forename",
    "PostCode",
    *(f"Address{n}" for n in range(1, 7)),
]
# Real postcodes of Basildon's gazetteer, one in each of two constituencies.
HERE, THERE = "SS14 1EL", "SS16 6SX"


def elector(
    number: int,
    surname: str,
    forename: str,
    address: str = "1 Southernhay",
    *,
    prefix: str = "AB",
    suffix: int = 0,
    markers: str = "",
    dob: str = "",
    postcode: str = HERE,
) -> list[str]:
    """A row of an Xpress register."""
    lines = [*address.split(", "), *[""] * 6][:6]
    head = [prefix, str(number), str(suffix), markers, dob, surname, forename, postcode]
    return [*head, *lines]


def write(path: Path, rows: Iterable[Sequence[str]], heading: Sequence[str] = XPRESS) -> Path:
    """A file with this heading, as a council might send it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, *rows])
    return path


def supply_for(council: Area) -> SupplyRecord:
    """The record of a supply."""
    return record_supply(
        by=None,
        entitled_body="Basildon Party",
        regulation="RPR 2001 reg. 106",
        supplied_on=DECEMBER,
        area_id=council.pk,
        purpose="Canvassing",
        person_responsible="Dana Wells",
        destroy_by=date(2027, 12, 31),
    )


def upload(
    path: Path,
    council: Area,
    *,
    published: date = DECEMBER,
    supply: SupplyRecord | None = None,
    scope: str | None = None,
) -> RegisterImport:
    """The file uploaded, not yet checked."""
    kept = supply or SupplyRecord.objects.filter(area=council, destroyed_at=None).first()
    with path.open("rb") as file:
        return upload_register(
            by=None,
            file=file,
            file_name=path.name,
            council_id=council.pk,
            supply_id=(kept or supply_for(council)).pk,
            published_on=published,
            scope=scope,
        )


def bring_in(
    path: Path,
    council: Area,
    *,
    published: date = DECEMBER,
    supply: SupplyRecord | None = None,
    scope: str | None = None,
) -> RegisterImport:
    """The file uploaded, checked and applied."""
    made = upload(path, council, published=published, supply=supply, scope=scope)
    check_import(import_id=made.pk)
    return apply_import(import_id=made.pk)


def in_force() -> list[Elector]:
    """Everybody on the register, by number."""
    return list(Elector.objects.filter(gone_at=None).order_by("prefix", "number", "suffix"))


def named(forename: str) -> Elector:
    """The one row of this forename that is in force."""
    return Elector.objects.get(forename=forename, gone_at=None)


def counts(made: RegisterImport, *names: str) -> tuple[int, ...]:
    """These counts of the check."""
    return tuple(made.summary[name] for name in names)
