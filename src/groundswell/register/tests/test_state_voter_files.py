"""Voter files of American states: their own numbers, parties, withheld entries, past votes."""

import csv
from pathlib import Path

import pytest

from groundswell.places.models import Area
from groundswell.register.models import Elector, PastVote
from groundswell.register.tests.registers import bring_in, counts, in_force

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def county(db):
    """A county of North Carolina."""
    county = Area.objects.create(kind="council", code="37001", name="Alamance", nation="NC")
    county.path = f"/{county.pk}/"
    county.save(update_fields=["path"])
    return county


@pytest.mark.parametrize("name", ["nc", "oh", "fl"])
def test_a_states_file_comes_in_and_twice_changes_nothing(county, name):
    made = bring_in(FIXTURES / f"{name}.csv", county)
    assert made.state == "applied", made.trouble
    assert made.summary["refused"] == 0
    assert len(in_force()) == made.summary["new"] > 20
    assert all(e.state_number and e.surname for e in in_force())
    assert all(e.constituency_id == county.pk for e in in_force())
    again = bring_in(FIXTURES / f"{name}.csv", county)
    assert counts(again, "new", "changed", "gone") == (0, 0, 0)


def test_the_state_number_says_who_is_who_whatever_else_changes(county, tmp_path):
    bring_in(FIXTURES / "nc.csv", county)
    before = {e.state_number: e.pk for e in in_force()}
    with (FIXTURES / "nc.csv").open(newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    surname = rows[0].index("last_name")
    for row in rows[1:]:
        row[surname] = f"{row[surname]}-NEW"
    with (tmp_path / "nc.csv").open("w", newline="") as file:
        csv.writer(file, delimiter="\t").writerows(rows)
    made = bring_in(tmp_path / "nc.csv", county)
    assert counts(made, "new", "gone") == (0, 0)
    assert {e.state_number: e.pk for e in in_force()} == before


def test_each_column_of_an_election_becomes_a_vote(county):
    bring_in(FIXTURES / "oh.csv", county)
    with (FIXTURES / "oh.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    polls = [name for name in rows[0] if name.startswith(("GENERAL-", "PRIMARY-"))]
    voted = sum(bool(row[poll].strip()) for row in rows for poll in polls)
    assert PastVote.objects.count() == voted > 10
    assert set(PastVote.objects.values_list("poll", flat=True)) == {"GENERAL", "PRIMARY"}
    bring_in(FIXTURES / "oh.csv", county)
    assert PastVote.objects.count() == voted


def test_who_is_withheld_by_law_is_kept_like_an_anonymous_entry(county):
    bring_in(FIXTURES / "fl.csv", county)
    with (FIXTURES / "fl.csv").open(newline="") as file:
        withheld = {row[1] for row in csv.reader(file, delimiter="\t") if row[6] == "Y"}
    hidden = Elector.objects.filter(kind="anonymous")
    assert {e.state_number for e in hidden} == withheld
    assert withheld
    assert all(e.household_id is None for e in hidden)


def test_removed_and_denied_voters_are_not_on_the_register(county, tmp_path):
    with (FIXTURES / "nc.csv").open(newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    status, number = rows[0].index("status_cd"), rows[0].index("ncid")
    for row, letter in zip(rows[1:], "RD", strict=False):
        row[status] = letter
    with (tmp_path / "nc.csv").open("w", newline="") as file:
        csv.writer(file, delimiter="\t").writerows(rows)
    bring_in(tmp_path / "nc.csv", county)
    assert {e.state_number for e in in_force()} == {row[number] for row in rows[3:]}
