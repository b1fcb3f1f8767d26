"""Xpress: the full register in 14 or 13 columns, and the monthly update in 23."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from groundswell.register.town.dice import scatter
from groundswell.register.town.shapes import Change, PretendElector
from groundswell.register.town.writing import files
from groundswell.register.town.writing.address_lines import address_lines
from groundswell.register.town.writing.names_as_printed import forename, marker, surname

_ADDRESS = [f"Address{line}" for line in range(1, 7)]
_NUMBER = ["Elector Number Prefix", "Elector Number", "Elector Number Suffix"]
HEADER_14 = [
    *_NUMBER,
    *("Elector Markers", "Elector DOB", "Elector Surname", "Elector Forename", "PostCode"),
    *_ADDRESS,
]
HEADER_13 = [*_NUMBER, "Elector Markers", "Elector DOB", "Elector Name", "PostCode", *_ADDRESS]
HEADER_UPDATE = [
    *("CompanyName", "CompanyOPCSRef", "DistrictRef", "StreetName"),
    *(f"PropertyAddress{line}" for line in range(1, 6)),
    *("PropertyPostCode", "PropertyAddressPrefix", "PropertyAddressNumber", "ElectorNumber"),
    *("ElectorForename", "ElectorSurname", "ElectorDOB"),
    *("ElectorCreatedMonth", "ElectorChangedMonth", "ElectorDeletedMonth"),
    *("MarkersRegisterText", "RecordCount", "RecordTotal", "CurrentRegisterMonth"),
]
# Month names of our own: those of the operating system follow its language.
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


def write_register(
    electors: Iterable[PretendElector],
    path: Path,
    *,
    one_name_column: bool = False,
    postal_marks: bool = False,
) -> int:
    """A full register in windows-1252 with tabs, whatever the file's name says; rows written.

    ``one_name_column`` gives the 13-column form ("SURNAME Forename Middle"), ``postal_marks`` the
    letter A of the polling station's copy for those who vote by post.
    """
    header = HEADER_13 if one_name_column else HEADER_14
    rows = (
        _row(elector, one_name_column=one_name_column, postal_marks=postal_marks)
        for elector in electors
    )
    return files.write(path, header, rows, files.Form("windows-1252", delimiter="\t"))


def write_update(changes: Iterable[Change], path: Path, *, through_month: int) -> int:
    """A monthly update, which holds the year's changes through that month; rows written."""
    waiting = list(changes)
    rows = _update_rows(waiting, through_month)
    return files.write(path, HEADER_UPDATE, rows, files.Form("windows-1252", all_quoted=True))


def _row(elector: PretendElector, *, one_name_column: bool, postal_marks: bool) -> list[str]:
    return [
        elector.prefix,
        str(elector.number),
        str(elector.suffix) if elector.suffix or scatter(elector.number, 7) < 5_000 else "",
        marker(elector, postal_marks=postal_marks),
        _day(elector.attains_on),
        *_names(elector, one_column=one_name_column),
        elector.home.postcode if elector.home else "",
        *_address(elector, most=6),
    ]


def _names(elector: PretendElector, *, one_column: bool) -> list[str]:
    if elector.kind == "anonymous":
        return ["Anonymous Elector" if elector.number % 2 else ""] + ([] if one_column else [""])
    first = forename(elector, with_middle=True)
    if one_column:
        return [f"{elector.person.printed_surname.upper()} {first}".strip()]
    return [surname(elector), first]


def _address(elector: PretendElector, *, most: int) -> list[str]:
    if elector.home:
        return address_lines(elector.home, most=most)
    first = "Other Electors" if elector.kind == "other" and elector.number % 2 else ""
    return [first] + [""] * (most - 1)


def _day(day: date | None) -> str:
    """As Xpress prints a day: ``01-Jan-2000``."""
    return f"{day.day:02d}-{MONTHS[day.month - 1][:3]}-{day.year}" if day else ""


def _update_rows(changes: list[Change], through_month: int) -> Iterator[list[str]]:
    for change in changes:
        elector = change.elector
        month = {one: str(change.month) if one in change.operation else "0" for one in "AMD"}
        yield [
            "Basildon Borough Council",
            "22UB",
            elector.prefix,
            "",
            *(
                address_lines(elector.home, most=5, with_postcode=True)
                if elector.home
                else [""] * 5
            ),
            elector.home.postcode if elector.home else "",
            "",
            "",
            elector.elector_number,
            forename(elector, with_middle=True),
            surname(elector),
            _day(elector.attains_on),
            month["A"],
            month["M"],
            month["D"],
            marker(elector),
            "1",
            str(len(changes)),
            MONTHS[through_month - 1],
        ]
