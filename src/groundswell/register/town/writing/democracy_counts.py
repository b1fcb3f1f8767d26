"""Democracy Counts: UTF-16, no mark at the start, everything quoted."""

from collections.abc import Iterable
from pathlib import Path

from groundswell.places import gazetteer
from groundswell.register.town.copies import coded, named
from groundswell.register.town.shapes import Change, PretendElector
from groundswell.register.town.writing import files
from groundswell.register.town.writing.address_lines import address_lines
from groundswell.register.town.writing.names_as_printed import forename, marker, surname

HEADER = [
    *("PDCode", "RollNo", "ElectorTitle", "ElectorSurname", "ElectorForename"),
    *("ElectorMiddleName", "IERStatus", "FranchiseMarker", "DateOfAttainment"),
    *(f"RegisteredAddress{line}" for line in range(1, 7)),
    *("PostCode", "Euro", "Parl", "County", "Ward", "SubHouse", "House"),
    *("MethodOfVerification", "ElectorID", "UPRN", "Suffix"),
]
_FORM = files.Form("utf-16-le", all_quoted=True)


def write_register(electors: Iterable[PretendElector], path: Path) -> int:
    """A full register; rows written. Every other suffix is a decimal of the number (123.1)."""
    return files.write(path, HEADER, (_row(elector) for elector in electors), _FORM)


def write_update(changes: Iterable[Change], path: Path) -> int:
    """An update with A, M or D in ChangeTypeID; rows written."""
    rows = ([*_row(change.elector), change.operation] for change in changes)
    return files.write(path, [*HEADER, "ChangeTypeID"], rows, _FORM)


def _row(elector: PretendElector) -> list[str]:
    hidden = elector.kind == "anonymous"
    person, home = elector.person, elector.home
    decimal = elector.suffix and elector.number % 2 == 0
    ward, seat = _area_names(elector)
    return [
        elector.prefix,
        f"{elector.number}.{elector.suffix}" if decimal else str(elector.number),
        "" if hidden else person.title,
        "" if hidden else surname(elector),
        "" if hidden else forename(elector, with_middle=False),
        "" if hidden else person.middle,
        "Confirmed",
        marker(elector),
        f"{elector.attains_on:%d/%m/%Y}" if elector.attains_on else "",
        *(address_lines(home, most=6) if home else [""] * 6),
        home.postcode if home else "",
        "Eastern",
        seat,
        "Essex",
        ward,
        home.flat if home else "",
        (home.building or home.number) if home else "",
        "DWP",
        f"{elector.prefix}{elector.number}{elector.suffix}",
        home.uprn if home else "",
        str(elector.suffix) if elector.suffix and not decimal else "",
    ]


def _area_names(elector: PretendElector) -> tuple[str, str]:
    """The names of ward and constituency; empty for those without an address."""
    return _NAMES_BY_WARD[elector.home.ward_code] if elector.home else ("", "")


_NAMES_BY_WARD = {
    coded(code, town): (named(seat.ward, town), named(seat.constituency, town))
    for code, seat in gazetteer.ward_seats().items()
    for town in range(1, 24)
}
