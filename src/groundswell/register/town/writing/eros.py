"""Idox Eros (formerly Halarose): everything quoted, dates day first, full or A/M/D update."""

from collections.abc import Iterable
from pathlib import Path

from groundswell.register.town.shapes import Change, PretendElector
from groundswell.register.town.writing import files
from groundswell.register.town.writing.address_lines import address_lines
from groundswell.register.town.writing.names_as_printed import (
    forename,
    marker,
    name_tail,
    surname,
)

HEADER = [
    *("PD", "ENO", "Status", "Title", "First Names", "Initials", "Surname", "Suffix"),
    *("Date of Attainment", "Franchise Flag"),
    *(f"Address {line}" for line in range(1, 8)),
    *("Opt Out", "Postcode"),
]
HEADER_ABSENT = [
    *("AV Type", "PD/ENO", "Elector Surname", "Elector Forename", "Elector Initials"),
    *("Elector Suffix", "Elector Title"),
    *(f"Corres Address Line {line}" for line in range(1, 6)),
    *("Corres Address Postcode", "Corres Address Country", "Proxy Name"),
    *(f"Send Address Line {line}" for line in range(1, 6)),
    "Send Address Postcode",
]
_FORM = files.Form("utf-8", all_quoted=True)


def write_register(
    electors: Iterable[PretendElector], path: Path, *, postcode_column: bool = True
) -> int:
    """A full register; rows written. Some councils' has no column for the postcode."""
    header = HEADER if postcode_column else HEADER[:-1]
    rows = (_row(elector, "", postcode_column=postcode_column) for elector in electors)
    return files.write(path, header, rows, _FORM)


def write_update(changes: Iterable[Change], path: Path) -> int:
    """An update with A, M or D in Status; rows written."""
    rows = (_row(change.elector, change.operation, postcode_column=True) for change in changes)
    return files.write(path, HEADER, rows, _FORM)


def write_absent_voters(electors: Iterable[PretendElector], path: Path) -> int:
    """The list of those who vote by post or proxy; rows written. Nobody's ballot goes elsewhere."""
    rows = (
        _absent_row(elector)
        for elector in electors
        if elector.person.postal and elector.kind == "ordinary"
    )
    return files.write(path, HEADER_ABSENT, rows, _FORM)


def _row(elector: PretendElector, status: str, *, postcode_column: bool) -> list[str]:
    hidden = elector.kind == "anonymous"
    person, home = elector.person, elector.home
    lines = [""] * 7
    if home:
        lines = address_lines(home, most=7, with_postcode=not postcode_column)
    row = [
        elector.prefix,
        f"{elector.number}/{elector.suffix}" if elector.suffix else str(elector.number),
        status,
        "" if hidden else person.title,
        "" if hidden else forename(elector, with_middle=True),
        "" if hidden else _initials(elector),
        "" if hidden else surname(elector),
        "" if hidden else name_tail(elector),
        f"{elector.attains_on:%d/%m/%Y}" if elector.attains_on else "",
        marker(elector),
        *lines,
        "Y" if elector.person_id % 5 < 3 else "N",
    ]
    return [*row, home.postcode if home else ""] if postcode_column else row


def _initials(elector: PretendElector) -> str:
    names = f"{elector.person.forename} {elector.person.middle}".split()
    return " ".join(name[0] for name in names)


def _absent_row(elector: PretendElector) -> list[str]:
    person, home = elector.person, elector.home
    lines = address_lines(home, most=5) if home else [""] * 5
    postcode = home.postcode if home else ""
    proxy = person.person_id % 40 == 0
    tail = f"/{elector.suffix}" if elector.suffix else ""
    return [
        "Proxy" if proxy else "Postal",
        f"{elector.prefix}/{elector.number}{tail}",
        surname(elector),
        forename(elector, with_middle=False),
        _initials(elector),
        "",
        person.title,
        *lines,
        postcode,
        "",
        "A Proxy" if proxy else "",
        *lines,
        postcode,
    ]
