"""The next year's register, with the truth known."""

from collections import Counter

import pytest

from groundswell.register import town
from groundswell.register.town.writing import eros, xpress


@pytest.fixture(scope="module")
def years(small_town):
    """The electors of two years, by who they really are."""
    after = town.next_year(small_town, seed=7)
    return (
        {one.person_id: one for one in small_town.electors()},
        {one.person_id: one for one in after.electors()},
    )


def test_as_many_move_come_and_go_as_asked(years):
    before, after = years
    stayed = before.keys() & after.keys()
    homes = [one for one in stayed if before[one].home]
    moved = [one for one in homes if before[one].household_id != after[one].household_id]
    whole = len(before)
    assert len(moved) / whole == pytest.approx(0.08, abs=0.01)
    assert len(before.keys() - after.keys()) / whole == pytest.approx(0.03, abs=0.01)
    assert len(after.keys() - before.keys()) / whole == pytest.approx(0.04, abs=0.01)


def test_everybody_is_numbered_anew_and_nobody_twice(years):
    before, after = years
    numbers = [one.elector_number for one in after.values()]
    assert len(set(numbers)) == len(numbers)
    stayed = before.keys() & after.keys()
    renumbered = [one for one in stayed if before[one].elector_number != after[one].elector_number]
    assert len(renumbered) > 0.6 * len(stayed)


def test_nobody_is_born_again_and_some_take_a_new_name(years):
    before, after = years
    stayed = [(before[one].person, after[one].person) for one in before.keys() & after.keys()]
    assert {old.born == new.born and old.sex == new.sex for old, new in stayed} == {True}
    married = [(old, new) for old, new in stayed if old.surname != new.surname]
    assert married
    assert {(new.sex, new.title) for _, new in married} == {("F", "Mrs")}
    assert any(old.slip and not new.slip for old, new in stayed)
    assert any(new.slip and not old.slip for old, new in stayed)


def test_the_same_seed_makes_the_same_year_and_years_follow_years(small_town):
    first = list(town.next_year(small_town, seed=7).electors())
    assert first == list(town.next_year(small_town, seed=7).electors())
    third = town.next_year(town.next_year(small_town, seed=7), seed=7)
    ids = [one.person_id for one in third.electors()]
    assert len(set(ids)) == len(ids)
    assert third.published.year == small_town.published.year + 2


def test_shares_can_be_set(small_town, small_register):
    still = town.Turnover(moved=0, new=0, gone=0, married=0, put_right=0, misprinted=0)
    after = town.next_year(small_town, 7, still)
    before = {one.person_id: one for one in small_register if one.home}
    for one in after.electors():
        if one.home:
            assert (one.person, one.home) == (
                before[one.person_id].person,
                before[one.person_id].home,
            )


def test_monthly_notices_add_amend_and_delete(small_town, small_register):
    changes = town.changes_through(small_town, 3)
    assert changes == town.changes_through(small_town, 3)
    assert {change.operation for change in changes} == {"A", "M", "D"}
    assert {change.month for change in changes} == {1, 2, 3}
    assert [change for change in changes if change.month == 3] == town.month_changes(small_town, 3)
    standing = {one.elector_number: one.person_id for one in small_register}
    for change in changes:
        number = change.elector.elector_number
        if change.operation == "A":
            assert number not in standing
            standing[number] = change.elector.person_id
        else:
            assert standing[number] == change.elector.person_id
        if change.operation == "D":
            del standing[number]
    moved = Counter(change.elector.person_id for change in changes)
    assert 2 in moved.values()


def test_update_files_have_a_row_a_change(small_town, tmp_path):
    changes = town.changes_through(small_town, 2)
    for write in (
        lambda path: xpress.write_update(changes, path, through_month=2),
        lambda path: eros.write_update(changes, path),
    ):
        assert write(tmp_path / "update.csv") == len(changes)
