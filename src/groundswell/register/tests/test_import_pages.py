"""Whatever a council or a state sends comes in over the page: uploaded, checked, applied."""

import csv
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client

from groundswell.members.commands import make_sign_in_link
from groundswell.places.models import Area
from groundswell.register.models import RegisterImport, SupplyRecord
from groundswell.register.tasks import move_imports_on
from groundswell.register.tests.registers import XPRESS, elector, in_force
from groundswell.register.tests.street import with_role
from groundswell.register.tests.workbooks import write_workbook

FIXTURES = Path(__file__).parent / "fixtures"
PEOPLE = [elector(1, "Llŷr", "Siân"), elector(2, "O'Brien", "Zoë", "2 Southernhay")]
PLAIN = [elector(1, "Hill", "Siân"), elector(2, "O'Brien", "Zoë", "2 Southernhay")]
SUPPLY = {
    "supply": "new",
    "new-entitled_body": "Basildon Party",
    "new-regulation": "RPR 2001 reg. 106",
    "new-supplied_on": "2025-12-02",
    "new-purpose": "Canvassing",
    "new-person_responsible": "Dana Wells",
    "new-destroy_by": "2027-12-01",
}
UNKNOWN_HEADING = [f"Column {letter}" for letter in "ABCDEFGHIJKLMN"]
NAMED = {"0": "prefix", "1": "number", "5": "surname", "6": "forename", "7": "postcode"}


class Desk:
    """A data manager of the council at the pages."""

    def __init__(self, council):
        self.council, self.browser = council, Client()
        manager = with_role(council)
        link = make_sign_in_link(by=None, member=manager, at_the_server=True)
        self.browser.post(urlsplit(link).path)

    def uploads(self, path, **changed):
        """Uploads the file and lets the worker check it; gives the page it came to."""
        sent = {
            "council": self.council.pk,
            "published_on": "2025-12-01",
            "scope": "as_columns",
            **SUPPLY,
            **changed,
        }
        with path.open("rb") as file:
            answer = self.browser.post("/register/", {"file": file, **sent})
        assert answer.status_code == 302, answer.context["form"].errors
        move_imports_on()
        return self.browser.get(answer["Location"], follow=True)

    def applies(self):
        """Applies the latest import, as its button does; gives its page."""
        made = RegisterImport.objects.latest("pk")
        self.browser.post(f"/register/imports/{made.pk}/apply/")
        move_imports_on()
        return self.browser.get(f"/register/imports/{made.pk}/").content.decode()


@pytest.fixture
def desk(basildon):
    return Desk(basildon)


def write(path, rows, encoding, delimiter):
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter", "people"),
    [
        ("plain.csv", "utf-8", ",", PEOPLE),
        ("with-mark.csv", "utf-8-sig", ",", PEOPLE),
        ("tabs-whatever-the-name.csv", "utf-8", "\t", PEOPLE),
        ("no-mark.csv", "utf-16-le", ",", PEOPLE),
        ("of-windows.csv", "windows-1252", ",", PLAIN),
        ("workbook.xlsx", "", "", PEOPLE),
    ],
)
def test_one_register_comes_in_alike_in_every_form(
    desk, tmp_path, name, encoding, delimiter, people
):
    path = tmp_path / name
    if encoding:
        write(path, [XPRESS, *people], encoding, delimiter)
    else:
        write_workbook(path, [XPRESS, *people])
    page = desk.uploads(path).content.decode()
    assert "Apply to the register" in page
    assert SupplyRecord.objects.get().person_responsible == "Dana Wells"
    assert in_force() == []
    assert "The register is up to date" in desk.applies()
    assert [(one.surname, one.forename) for one in in_force()] == [
        (row[5], row[6]) for row in people
    ]


@pytest.mark.parametrize(
    ("name", "layout"),
    [("nc", "North Carolina"), ("oh", "Ohio"), ("fl", "Florida")],
)
def test_a_states_voter_file_comes_in_with_the_states_terms(db, name, layout):
    county = Area.objects.create(kind="council", code="37001", name="Alamance County")
    county.path = f"/{county.pk}/"
    county.save(update_fields=["path"])
    desk = Desk(county)
    terms = {"new-regulation": "US state law", "new-licence": "Not to be sold."}
    page = desk.uploads(FIXTURES / f"{name}.csv", **terms).content.decode()
    assert f"{layout} voter file" in page
    assert "The register is up to date" in desk.applies()
    assert len(in_force()) > 20
    supply = SupplyRecord.objects.get()
    assert (
        "Not to be sold." in desk.browser.get(f"/register/supplies/{supply.pk}/").content.decode()
    )


def test_columns_named_once_are_known_the_next_time(desk, tmp_path):
    path = write(tmp_path / "odd.csv", [UNKNOWN_HEADING, *PEOPLE], "utf-8", ";")
    asked = desk.uploads(path)
    address = asked.redirect_chain[-1][0]
    assert address.endswith("/columns/")
    kept_as = asked.context["form"]["save_as"].value()
    columns = {f"column-{place}": field for place, field in NAMED.items()}
    answer = desk.browser.post(address, {**columns, "save_as": kept_as})
    assert answer.status_code == 302, answer.content.decode()
    move_imports_on()
    assert "The register is up to date" in desk.applies()
    again = desk.uploads(path, supply=SupplyRecord.objects.get().pk)
    assert not again.request["PATH_INFO"].endswith("/columns/")
    assert "as they were" in again.content.decode()
