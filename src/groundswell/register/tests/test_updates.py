"""Monthly updates and absent voters' lists."""

from datetime import date

import pytest

from groundswell.register import town
from groundswell.register.models import Elector, Review
from groundswell.register.queries import refused_rows
from groundswell.register.tests.registers import (
    DECEMBER,
    HERE,
    bring_in,
    counts,
    elector,
    in_force,
    named,
    write,
)

FEBRUARY, MARCH = date(2026, 2, 2), date(2026, 3, 2)
UPDATE = [
    "ElectorNumber",
    "ElectorForename",
    "ElectorSurname",
    "ElectorDOB",
    "ElectorCreatedMonth",
    "ElectorChangedMonth",
    "ElectorDeletedMonth",
    "MarkersRegisterText",
    "PropertyAddress1",
    "PropertyPostCode",
]
EROS = ["PD", "ENO", "Status", "First Name", "Surname", "Address 1", "Postcode"]


@pytest.fixture
def register(basildon, tmp_path):
    """John and Ann at number 1, Eve at number 3."""
    rows = [
        elector(1, "Smith", "John"),
        elector(2, "Smith", "Ann"),
        elector(3, "Hill", "Eve", "3 Southernhay"),
    ]
    bring_in(write(tmp_path / "register.csv", rows), basildon)
    return basildon


def _change(number, forename, surname, months=(0, 0, 0), address="1 Southernhay"):
    return [number, forename, surname, "", *map(str, months), "", address, HERE]


def test_created_changed_and_deleted(register, tmp_path):
    rows = [
        _change("AB-4", "Bob", "Price", (2, 0, 0)),
        _change("AB-2", "Ann", "Jones", (0, 2, 0)),
        _change("AB-3", "Eve", "Hill", (0, 0, 2), "3 Southernhay"),
        _change("AB-5", "Kim", "Ng", (2, 0, 2)),
    ]
    ann = named("Ann").pk
    made = bring_in(write(tmp_path / "u.csv", rows, UPDATE), register, published=FEBRUARY)
    assert made.scope == "update"
    assert counts(made, "new", "changed", "gone", "refused") == (1, 1, 1, 0)
    assert [e.forename for e in in_force()] == ["John", "Ann", "Bob"]
    assert (named("Ann").pk, named("Ann").surname) == (ann, "Jones")
    gone = Elector.objects.get(forename="Eve")
    assert (gone.gone_at, gone.gone_because) == (FEBRUARY, "removed")


def test_a_file_of_the_year_so_far_is_applied_by_month_and_twice_without_harm(register, tmp_path):
    rows = [
        _change("AB-4", "Bob", "Price", (0, 0, 2)),
        _change("AB-4", "Bob", "Price", (12, 0, 0)),
        _change("AB-2", "Ann", "Smyth", (0, 12, 0)),
        _change("AB-2", "Ann", "Smythe", (0, 1, 0)),
    ]
    path = write(tmp_path / "u.csv", rows, UPDATE)
    made = bring_in(path, register, published=FEBRUARY)
    assert counts(made, "new", "changed", "gone") == (0, 1, 0)
    assert named("Ann").surname == "Smythe"
    again = bring_in(path, register, published=MARCH)
    assert counts(again, "new", "changed", "gone", "unchanged") == (0, 0, 0, 1)


def test_letters_of_eros_say_what_changes(register, tmp_path):
    rows = [
        ["AB", "3", "D", "Eve", "Hill", "3 Southernhay", HERE],
        ["AB", "2/1", "A", "Una", "Price", "2 Southernhay", HERE],
        ["AB", "1", "M", "Jon", "Smith", "1 Southernhay", HERE],
    ]
    john = named("John").pk
    made = bring_in(write(tmp_path / "u.csv", rows, EROS), register, published=FEBRUARY)
    assert counts(made, "new", "changed", "gone") == (1, 1, 1)
    assert named("Jon").pk == john
    assert (named("Una").number, named("Una").suffix) == (2, 1)


def test_an_addition_and_a_removal_of_one_number_need_a_person(register, tmp_path):
    rows = [
        ["AB", "3", "D", "Eve", "Hill", "3 Southernhay", HERE],
        ["AB", "3", "A", "Eve", "Hall", "3 Southernhay", HERE],
        ["AB", "9", "X", "Bob", "Price", "3 Southernhay", HERE],
    ]
    made = bring_in(
        write(tmp_path / "u.csv", rows, EROS), register, published=FEBRUARY, scope="update"
    )
    assert counts(made, "new", "changed", "gone", "refused") == (0, 0, 0, 3)
    assert "2, 3" in next(refused_rows(None, made.pk)).reason


def test_a_move_waits_for_a_person_and_a_new_number_in_one_home_does_not(register, tmp_path):
    eve, john = named("Eve").pk, named("John").pk
    rows = [
        ["AB", "3", "D", "Eve", "Hill", "3 Southernhay", HERE],
        ["AB", "30", "A", "Eve", "Hill", "40 Southernhay", HERE],
        ["AB", "1", "D", "John", "Smith", "1 Southernhay", HERE],
        ["AB", "31", "A", "John", "Smith", "1 Southernhay", HERE],
    ]
    made = bring_in(write(tmp_path / "u.csv", rows, EROS), register, published=FEBRUARY)
    assert counts(made, "to_review", "new", "gone") == (1, 1, 1)
    assert (named("John").pk, named("John").number) == (john, 31)
    review = Review.objects.get()
    assert (review.kind, review.elector_id, review.other_elector_id) == (
        "move",
        eve,
        named("Eve").pk,
    )
    assert (review.left["address"], review.right["address"]) == ("3 Southernhay", "40 Southernhay")


def test_a_number_given_to_somebody_else_is_not_their_history(register, tmp_path):
    john = named("John").pk
    rows = [["AB", "1", "A", "Zofia", "Kowalska", "1 Southernhay", HERE]]
    made = bring_in(write(tmp_path / "u.csv", rows, EROS), register, published=FEBRUARY)
    assert counts(made, "new", "gone") == (1, 1)
    assert named("Zofia").pk != john
    assert Elector.objects.get(pk=john).gone_because == "replaced"


@pytest.mark.parametrize("layout", ["xpress", "eros", "democracy_counts"])
def test_a_year_of_a_towns_updates_ends_where_its_register_does(whole_basildon, tmp_path, layout):
    first = town.make_town(250, seed=3, published=DECEMBER)
    path = tmp_path / "file.csv"
    town.LAYOUTS["democracy-counts" if "_" in layout else layout](first.electors(), path)
    bring_in(path, whole_basildon)
    writer = getattr(town.writing, layout)
    changes = list(town.changes_through(first, 3))
    extra = {"through_month": 3} if layout == "xpress" else {}
    writer.write_update(changes, path, **extra)
    made = bring_in(path, whole_basildon, published=MARCH)
    assert made.scope == "update"
    assert made.summary["refused"] == 0
    held = {str(e.prefix) + f"-{e.number}/{e.suffix}" for e in in_force()}
    wanted = {f"{e.prefix}-{e.number}/{e.suffix}" for e in first.electors()}
    for change in changes:
        who = change.elector
        (wanted.discard if change.operation == "D" else wanted.add)(
            f"{who.prefix}-{who.number}/{who.suffix}"
        )
    assert held == wanted


def test_absent_voters_are_marked_and_those_no_longer_listed_unmarked(register, tmp_path):
    heading = ["AV Type", "PD/ENO", "Elector Surname", "Elector Forename", "Send Address Line 1"]
    rows = [
        ["Postal", "AB/1", "Smith", "John", "9 Holiday Road"],
        ["Postal Proxy", "AB/3", "Hill", "Eve", ""],
        ["Postal", "AB/77", "Nobody", "Known", ""],
        ["Pigeon", "AB/2", "Smith", "Ann", ""],
    ]
    made = bring_in(write(tmp_path / "av.csv", rows, heading), register, published=FEBRUARY)
    assert counts(made, "new", "gone", "refused") == (2, 0, 2)
    assert (named("John").absent_vote, named("John").absent_vote_on) == ("postal", FEBRUARY)
    assert named("Eve").absent_vote == "postal_proxy"
    reasons = [row.reason for row in refused_rows(None, made.pk)]
    assert any("Nobody with this" in reason for reason in reasons)
    later = [["Postal", "AB/2", "Smith", "Ann", ""]]
    made = bring_in(write(tmp_path / "av.csv", later, heading), register, published=MARCH)
    assert counts(made, "new", "gone", "unchanged") == (1, 1, 0)
    assert named("John").absent_vote == ""
    assert named("Eve").absent_vote == "postal_proxy", "the list was about postal votes alone"


def test_an_xpress_list_of_numbers_is_of_postal_voters(register, tmp_path):
    bring_in(write(tmp_path / "av.csv", [["AB-2"]], ["ElectorNo"]), register, published=FEBRUARY)
    assert [e.absent_vote for e in in_force()] == ["", "postal", ""]
