"""A data manager brings in a register and its telephone numbers, and decides what is unclear."""

import csv
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from groundswell.common import clock
from groundswell.members.models import Role
from groundswell.places.commands import load_basildon
from groundswell.places.models import Area
from groundswell.register import town as pretend
from groundswell.register.models import ContactDetail, Elector
from groundswell.register.tests.registers import bring_in
from groundswell.register.tests.street import with_role
from tests.browsers import accessibility_violations

PATIENCE = 60_000


@pytest.fixture
def manager(site):
    return with_role(load_basildon(by=None), Role.Kind.DATA_MANAGER)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A small town's register, contact details with two nasty rows, and a TPS list."""
    town = pretend.make_town(400, seed=3, published=date(2025, 12, 1))
    pretend.LAYOUTS["xpress"](town.electors(), tmp_path / "register.csv")
    pretend.write_contact_details(town, tmp_path / "details.csv")
    pretend.write_tps_list(town, tmp_path / "tps.txt")
    someone = next(one for one in town.electors() if one.home and one.kind == "ordinary")
    assert someone.home is not None
    home = someone.home
    address = f"{home.number} {home.street}, {home.post_town}"
    rows = [
        ["Roll", "Given name", "Family name", "Where", "PC", "Ring on", "Keen on"],
        ["", someone.person.forename, "Newname", address, home.postcode, "07700 900001", "Posters"],
        [someone.elector_number, "", "", "", "", "12345", ""],
    ]
    with (tmp_path / "stall.csv").open("w", newline="") as file:
        csv.writer(file).writerows(rows)
    return tmp_path


def upload(page: Page, file: Path, **fields: str) -> None:
    page.get_by_label("The file").set_input_files(file)
    for label, value in fields.items():
        page.get_by_label(label.replace("_", " ")).fill(value)
    page.get_by_role("button", name="Upload and check").click()


def no_violations(page: Page) -> None:
    assert accessibility_violations(page) == []


def test_from_the_councils_file_to_numbers_that_may_be_called(desk, manager, files, signed_in_as):
    signed_in_as(desk, manager)
    desk.goto("/register/")
    desk.get_by_label("Who is entitled to it").fill("Basildon Party")
    desk.get_by_label("Received on").fill("2025-12-02")
    desk.get_by_label("For which purpose").fill("Canvassing")
    desk.get_by_label("Person responsible").fill("Dana Wells")
    desk.get_by_label("To be destroyed by").fill("2027-12-01")
    upload(desk, files / "register.csv", Date_of_publication="2025-12-01")
    desk.get_by_role("button", name="Apply to the register").click(timeout=PATIENCE)
    expect(desk.get_by_text("The register is up to date")).to_be_visible(timeout=PATIENCE)
    assert Elector.objects.filter(gone_at=None).count() == 400
    no_violations(desk)

    desk.goto("/register/details/")
    upload(desk, files / "details.csv")
    desk.get_by_role("button", name="Add these details").click(timeout=PATIENCE)
    expect(desk.get_by_text("The details are in place")).to_be_visible(timeout=PATIENCE)
    assert ContactDetail.objects.filter(kind="phone").exists()

    desk.goto("/register/tps/")
    desk.get_by_label("The list", exact=True).set_input_files(files / "tps.txt")
    desk.get_by_label("Date of the list").fill(clock.today().isoformat())
    desk.get_by_role("button", name="Load and screen our numbers").click()
    expect(desk.get_by_text("Our numbers are screened")).to_be_visible(timeout=PATIENCE)
    assert not ContactDetail.objects.filter(kind="phone", screened_on=None).exists()
    no_violations(desk)


def test_an_unknown_file_is_named_and_its_doubt_decided_by_keyboard(
    desk, manager, files, signed_in_as
):
    bring_in(files / "register.csv", Area.objects.get(kind=Area.Kind.COUNCIL))
    signed_in_as(desk, manager)
    desk.goto("/register/details/")
    upload(desk, files / "stall.csv", Where_they_come_from="Street stall")
    desk.get_by_label("Ring on").select_option("Telephone number")
    desk.get_by_label("Keen on").select_option("Tags, separated by semicolons")
    desk.get_by_label("Where").select_option("Address, line 1")
    no_violations(desk)
    desk.get_by_role("button", name="Check the file with these columns").click()
    expect(desk.get_by_text("Some of the file is not taken")).to_be_visible(timeout=PATIENCE)
    with desk.expect_download() as download:
        desk.get_by_role("link", name="Download it with line number and reason").click()
    assert "12345" in download.value.path().read_text()
    desk.get_by_role("button", name="Add these details").click()
    desk.get_by_role("link", name="waits for you to decide").click(timeout=PATIENCE)

    expect(desk.get_by_role("heading", name="Is the row in the file about")).to_be_visible()
    no_violations(desk)
    desk.keyboard.press("1")
    expect(desk.get_by_text("Nothing to decide")).to_be_visible()
    assert ContactDetail.objects.get().value == "+447700900001"


def test_an_elector_is_found_on_a_phone(phone, manager, files, signed_in_as):
    bring_in(files / "register.csv", Area.objects.get(kind=Area.Kind.COUNCIL))
    someone = Elector.objects.exclude(household=None).order_by("pk")[0]
    signed_in_as(phone, manager)
    phone.goto("/register/electors/")
    phone.get_by_role("searchbox").fill(f"{someone.surname}, {someone.forename}")
    phone.get_by_role("button", name="Search").click()
    expect(phone.get_by_role("link", name=str(someone)).first).to_be_visible()
    no_violations(phone)
