"""A street of made-up people on the register, and files of contact details about them."""

import csv
import io
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.members.commands import grant_role, open_account
from groundswell.members.models import Member, Role
from groundswell.places.models import Area
from groundswell.register.commands import (
    apply_details,
    check_details,
    load_tps_list,
    upload_details,
)
from groundswell.register.models import (
    ContactDetail,
    DetailsImport,
    Elector,
    Household,
    TpsScreening,
)
from groundswell.register.queries import details_refused
from groundswell.register.rules.address import household_key, read_address
from groundswell.register.rules.names import name_key

COLLECTED = date(2026, 10, 1)
ANN, BOB, CAT = "01632 960001", "07700 900002", "0115 496 0003"
HEADING = ["Elector Number", "Forename", "Surname", "Address", "Postcode", "Phone", "Email"]
HERE, FAR = "SS14 1EL", "SS16 6SX"
# Number, forename, middle names, surname, address, postcode.
STREET = [
    (1, "Ann", "", "Smith", "1 Southernhay, Basildon", HERE),
    (2, "Bob", "", "Smith", "1 Southernhay, Basildon", HERE),
    (3, "Cat", "", "Jones", "Flat 2, Eden House, 14 Southernhay, Basildon", HERE),
    (4, "David", "", "Price", "20 Southernhay, Basildon", HERE),
    (5, "David", "", "Price", "40 Long Riding, Basildon", FAR),
    (6, "", "", "", "", ""),
    (7, "Sean", "Michael", "O'Brien", "22 Southernhay, Basildon", HERE),
    (8, "Sean", "Patrick", "O'Brien", "22 Southernhay, Basildon", HERE),
]


def build_street() -> Area:
    """The street on the register of a council, in one constituency and ward; gives the council."""
    country = _area("country", "K02000001", "United Kingdom", None)
    seat = _area("constituency", "E14009801", "Basildon South", country)
    council = _area("council", "E07009801", "Basildon", country)
    ward = _area("ward", "E05009801", "Southernhay", seat, council)
    for number, forename, middle, surname, address, postcode in STREET:
        elector = Elector(
            constituency=seat,
            council=council,
            person=uuid7(),
            ward=ward,
            prefix="AB",
            number=number,
            kind="ordinary" if surname else "anonymous",
            forename=forename,
            middle_names=middle,
            surname=surname,
            name_key=name_key(surname, forename),
            edition=date(2025, 12, 1),
            last_import_id=1,
        )
        elector.household = _home(seat, ward, address, postcode) if address else None
        elector.save()
    return council


def _home(seat: Area, ward: Area, address: str, postcode: str) -> Household:
    read = read_address(address.split(", "))
    key = household_key(read, postcode)
    given = {"address": address, "street": read.street, "number": read.number}
    home, _new = Household.objects.get_or_create(
        constituency=seat, key=key, defaults={**given, "postcode": postcode, "ward": ward}
    )
    return home


def _area(
    kind: str, code: str, name: str, parent: Area | None, council: Area | None = None
) -> Area:
    area = Area.objects.create(
        kind=kind, code=code, name=name, nation="E", parent=parent, council=council
    )
    area.path = f"{parent.path if parent else '/'}{area.pk}/"
    area.save(update_fields=["path"])
    return area


def with_role(area: Area, kind: str = Role.Kind.DATA_MANAGER, name: str = "Dana Wells") -> Member:
    """A member with a role for the area."""
    email = f"{name.split(maxsplit=1)[0].lower()}@example.org"
    standing = Member.Standing.MEMBER
    member = open_account(by=None, email=email, name=name, standing=standing, branch=area)
    grant_role(
        by=None,
        member=member,
        kind=kind,
        area=area,
        reason="Elected by the branch.",
        ends_on=clock.today() + timedelta(days=300),
    )
    return member


def of(forename: str) -> Elector:
    """The one elector of this forename, closed or not."""
    return Elector.objects.get(forename=forename)


def file_of(rows: Sequence[Sequence[str]], heading: Sequence[str] = HEADING) -> io.BytesIO:
    """A CSV file as somebody uploads it."""
    text = io.StringIO()
    csv.writer(text).writerows([heading, *rows])
    return io.BytesIO(text.getvalue().encode())


def check(
    council: Area,
    rows: Sequence[Sequence[str]],
    heading: Sequence[str] = HEADING,
    **more: Any,
) -> DetailsImport:
    """The file uploaded and checked."""
    given = {"source": "Street stall", "obtained_on": COLLECTED, "by": None, **more}
    made = upload_details(
        file=file_of(rows, heading), file_name="details.csv", council_id=council.pk, **given
    )
    return check_details(import_id=made.pk)


def take(council: Area, rows: Sequence[Sequence[str]], **more: Any) -> DetailsImport:
    """The file uploaded, checked and applied."""
    return apply_details(import_id=check(council, rows, **more).pk)


def counts(made: DetailsImport, *names: str) -> tuple[int, ...]:
    """These counts of the check."""
    return tuple(made.summary.get(name, 0) for name in names)


def not_taken(made: DetailsImport) -> list[tuple[int, str]]:
    """Line and reason of all that was not taken."""
    return [(row.line, row.reason) for row in details_refused(None, made.pk)]


def numbers_of(elector_: Elector) -> dict[str, ContactDetail]:
    """The telephone numbers of an elector by value."""
    details = ContactDetail.objects.filter(elector=elector_, kind=ContactDetail.Kind.PHONE)
    return {detail.value: detail for detail in details}


def screen(*listed: str, on: date | None = None, **more: Any) -> TpsScreening:
    """Load a TPS list of these numbers, of today unless told."""
    lines = "".join(f"{number}\n" for number in (*listed, "01632960999"))
    file = io.BytesIO(lines.encode())
    return load_tps_list(by=None, file=file, listed_on=on or clock.today(), **more)
