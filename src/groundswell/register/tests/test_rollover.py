"""The yearly register, numbered anew: people keep their rows, and so their history."""

import pytest

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.register import after_apply, town
from groundswell.register.commands import decide_link
from groundswell.register.models import (
    ContactDetail,
    Elector,
    RegisterEntry,
    Review,
    Tag,
)
from groundswell.register.tests.registers import (
    DECEMBER,
    NEXT_DECEMBER,
    THERE,
    bring_in,
    counts,
    elector,
    in_force,
    named,
    write,
)

# Enough neighbours that a rare name is rare.
NEIGHBOURS = [
    elector(
        n,
        f"Neighbour{'abcdefghij'[n % 10]}",
        f"Pat{'klmnopqrst'[n // 10 % 10]}",
        f"{n} Long Riding",
    )
    for n in range(100, 400)
]


def _both_years(basildon, tmp_path, before, after):
    first = write(tmp_path / "first.csv", [*before, *NEIGHBOURS])
    renumbered = [[*row[:1], str(int(row[1]) + 7), *row[2:]] for row in NEIGHBOURS]
    second = write(tmp_path / "second.csv", [*after, *renumbered])
    bring_in(first, basildon)
    return bring_in(second, basildon, published=NEXT_DECEMBER)


def test_a_renumbered_register_keeps_everybody(basildon, tmp_path):
    before = [elector(1, "Smith", "John"), elector(2, "Smith", "Ann")]
    after = [elector(2, "Smith", "John"), elector(1, "Smith", "Ann")]
    bring_in(write(tmp_path / "a.csv", before), basildon)
    ids = {e.forename: (e.pk, e.person) for e in in_force()}
    made = bring_in(write(tmp_path / "b.csv", after), basildon, published=NEXT_DECEMBER)
    assert counts(made, "new", "gone", "changed", "renumbered") == (0, 0, 0, 2)
    assert {e.forename: (e.pk, e.person) for e in in_force()} == ids
    assert [e.edition for e in in_force()] == [NEXT_DECEMBER] * 2
    assert RegisterEntry.objects.filter(elector_id=ids["John"][0]).count() == 2


def test_father_and_son_of_one_name_are_not_confused(basildon, tmp_path):
    before = [elector(1, "Smith", "John Paul"), elector(2, "Smith", "John George")]
    after = [elector(1, "Smith", "John George"), elector(2, "Smith", "John Paul")]
    bring_in(write(tmp_path / "a.csv", before), basildon)
    ids = {e.middle_names: e.pk for e in in_force()}
    bring_in(write(tmp_path / "b.csv", after), basildon, published=NEXT_DECEMBER)
    assert {e.middle_names: e.pk for e in in_force()} == ids


def test_two_of_one_name_in_one_home_keep_their_order_whatever_their_numbers(basildon, tmp_path):
    before = [elector(1, "Smith", "John"), elector(2, "Smith", "John")]
    bring_in(write(tmp_path / "a.csv", before), basildon)
    ids = [e.pk for e in in_force()]
    after = [elector(2, "Smith", "John"), elector(3, "Smith", "John")]
    bring_in(write(tmp_path / "b.csv", after), basildon, published=NEXT_DECEMBER)
    assert [e.pk for e in in_force()] == ids
    one_gone = write(tmp_path / "c.csv", after[1:])
    bring_in(one_gone, basildon, published=NEXT_DECEMBER)
    assert [e.pk for e in in_force()] == ids[1:], "within one edition the number says who stays"


def test_a_namesake_with_another_middle_name_is_another(basildon, tmp_path):
    before, after = [elector(1, "Smith", "John Paul")], [elector(8, "Smith", "John George")]
    made = _both_years(basildon, tmp_path, before, after)
    assert counts(made, "new", "gone") == (1, 1)


def test_a_mover_with_a_rare_name_keeps_the_row(basildon, tmp_path):
    made = _both_years(
        basildon,
        tmp_path,
        [elector(1, "Featherstonehaugh", "Araminta Jane")],
        [elector(9, "Featherstonehaugh", "Araminta Jane", "8 Southernhay")],
    )
    assert counts(made, "new", "gone", "moved") == (0, 0, 1)
    assert Elector.objects.filter(forename="Araminta").count() == 1
    home = named("Araminta").household
    assert home is not None
    assert home.number == "8"


def test_a_mover_to_another_constituency_has_a_new_row_and_the_same_person(basildon, tmp_path):
    _both_years(
        basildon,
        tmp_path,
        [elector(1, "Featherstonehaugh", "Araminta Jane")],
        [elector(9, "Featherstonehaugh", "Araminta Jane", prefix="ZZ", postcode=THERE)],
    )
    old = Elector.objects.get(forename="Araminta", gone_at__isnull=False)
    new = named("Araminta")
    assert (old.person, old.gone_because) == (new.person, "moved")
    assert old.constituency_id != new.constituency_id


def test_a_changed_name_in_one_home_is_a_question_where_the_forename_is_common(basildon, tmp_path):
    made = _both_years(
        basildon, tmp_path, [elector(1, "Hill", "Patk")], [elector(9, "Okoro", "Patk")]
    )
    assert counts(made, "new", "gone", "to_review") == (1, 1, 1)
    review = Review.objects.get()
    assert (review.left["name"], review.right["name"]) == ("Patk Hill", "Patk Okoro")


def test_anonymous_entries_are_never_linked(basildon, tmp_path):
    anonymous = elector(1, "", "", "", markers="N", postcode="")
    made = _both_years(basildon, tmp_path, [anonymous], [anonymous])
    assert counts(made, "new", "gone", "to_review") == (1, 1, 0)


def test_who_was_away_a_year_and_is_back_is_taken_up_again(basildon, tmp_path):
    eve = elector(1, "Hill", "Eve", "3 Southernhay")
    bring_in(write(tmp_path / "a.csv", [eve, *NEIGHBOURS]), basildon)
    row = named("Eve").pk
    bring_in(write(tmp_path / "b.csv", NEIGHBOURS), basildon, published=NEXT_DECEMBER)
    assert Elector.objects.get(pk=row).gone_at == NEXT_DECEMBER
    later = NEXT_DECEMBER.replace(year=2027)
    bring_in(write(tmp_path / "c.csv", [eve, *NEIGHBOURS]), basildon, published=later)
    assert (named("Eve").pk, named("Eve").gone_because) == (row, "")


def test_most_of_a_pretend_town_is_known_again_and_nobody_taken_for_another(
    whole_basildon, tmp_path
):
    before = town.make_town(1500, seed=11, published=DECEMBER)
    after = town.next_year(before, seed=11)
    write_register = town.LAYOUTS["xpress"]
    write_register(before.electors(), tmp_path / "a.csv")
    write_register(after.electors(), tmp_path / "b.csv")
    bring_in(tmp_path / "a.csv", whole_basildon)
    was = _people(before)
    bring_in(tmp_path / "b.csv", whole_basildon, published=NEXT_DECEMBER)
    now = _people(after)
    both = was.keys() & now.keys()
    kept = {person for person in both if was[person] == now[person]}
    assert len(kept) > 0.97 * len(both)
    owner = {link: person for person, link in was.items()}
    taken = [person for person, link in now.items() if owner.get(link, person) != person]
    assert len(taken) <= 2


def _people(of: town.Town) -> dict[int, object]:
    """Who each pretend person is in the register: the UUID that links their rows."""
    held = {(e.prefix, e.number, e.suffix): e.person for e in in_force()}
    return {
        one.person_id: held[one.prefix, one.number, one.suffix]
        for one in of.electors()
        if one.kind != "anonymous"
    }


@pytest.fixture
def doubt(basildon, tmp_path):
    """A review of whether Patk Okoro is Patk Hill, of whom two numbers are known."""
    bring_in(write(tmp_path / "a.csv", [elector(1, "Hill", "Patk"), *NEIGHBOURS]), basildon)
    old = Elector.objects.get(surname="Hill")
    for value in ("+441632960001", "+441632960002"):
        _detail(old, value)
    second = write(tmp_path / "b.csv", [elector(9, "Okoro", "Patk"), *NEIGHBOURS])
    bring_in(second, basildon, published=NEXT_DECEMBER)
    new = Elector.objects.get(surname="Okoro")
    _detail(new, "+441632960002")
    Tag.objects.create(
        constituency_id=new.constituency_id, elector=new, name="Poster", added_at=clock.now()
    )
    return Review.objects.get()


def _detail(of: Elector, value: str) -> ContactDetail:
    return ContactDetail.objects.create(
        constituency_id=of.constituency_id,
        elector=of,
        kind="phone",
        value=value,
        source="Petition",
        obtained_on=DECEMBER,
    )


def test_the_same_person_goes_on_in_the_old_row(doubt, monkeypatch):
    told = []
    monkeypatch.setattr(after_apply, "_on_apply", [lambda seats, _: told.append(list(seats))])
    monkeypatch.setattr(after_apply, "_on_details_changed", [])
    settled = decide_link(
        by=None, constituency_id=doubt.constituency_id, review_id=doubt.pk, same=True
    )
    assert settled.decision == "same"
    kept = Elector.objects.get(surname="Okoro", gone_at=None)
    assert (kept.pk, kept.surname, kept.number) == (doubt.elector_id, "Okoro", 9)
    closed = Elector.objects.get(pk=doubt.other_elector_id)
    assert (closed.gone_because, closed.person) == ("joined", kept.person)
    assert ContactDetail.objects.filter(elector=kept).count() == 2
    assert Tag.objects.get().elector_id == kept.pk
    assert RegisterEntry.objects.filter(elector=kept).count() == 2
    assert told == [[doubt.constituency_id]]
    decide_link(by=None, constituency_id=doubt.constituency_id, review_id=doubt.pk, same=True)
    with pytest.raises(Refused, match="decided"):
        decide_link(by=None, constituency_id=doubt.constituency_id, review_id=doubt.pk, same=False)


def test_two_people_stay_two(doubt):
    decide_link(by=None, constituency_id=doubt.constituency_id, review_id=doubt.pk, same=False)
    assert Review.objects.get().decision == "different"
    assert Elector.objects.get(surname="Okoro").pk == doubt.other_elector_id


def test_only_the_areas_data_manager_decides(doubt, outsider):
    with pytest.raises(Refused, match="data of this area"):
        decide_link(
            by=outsider, constituency_id=doubt.constituency_id, review_id=doubt.pk, same=True
        )
    with pytest.raises(NotFound):
        decide_link(by=None, constituency_id=0, review_id=doubt.pk, same=True)
