"""Keying: what is typed is stored at once, once, as a result at the door."""

from datetime import timedelta

import pytest

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.contact.models import Answer, Attempt, Case, Offer
from groundswell.doorstep.commands import book_round, cut_by_size, join_round
from groundswell.paper.commands.keying import key_line, tell_visit, undo_row
from groundswell.paper.commands.printing import print_sheets
from groundswell.paper.models import KeyedRow
from groundswell.paper.queries.keying import progress_of, shown_sheet
from groundswell.paper.queries.printings import printing_seen_by
from groundswell.register.models import Elector
from tests.canvass import open_canvass


class Desk:
    """Bob's round of ten doors, printed, with the first sheet before him."""

    def __init__(self, town):
        self.town, self.member = town, town.caller
        effort = open_canvass(town, doors=10)
        (self.round,) = cut_by_size(by=town.organiser, effort=effort, doors=10)
        book_round(by=self.member, walked=self.round, key=uuid7())
        self.printing = print_sheets(by=self.member, rounds=[self.round]).printings[0]

    def key(self, typed, here=1, by=None, visit=1):
        return key_line(
            by=by or self.member,
            printing=self.printing,
            sheet=1,
            visit=visit,
            typed=typed,
            here=here,
        )

    def row(self, number, visit=1):
        return shown_sheet(self.printing, 1, visit).row(number)

    def outcomes(self, number):
        """What stands for the elector of a row: neither undone nor corrected."""
        rows = Attempt.objects.filter(
            constituency=self.town.marshfield, elector=self.row(number).elector_id
        )
        voided = set(rows.exclude(voids=None).values_list("voids", flat=True))
        return [one.outcome for one in rows if one.outcome and one.id_on_device not in voided]


@pytest.fixture
def desk(town):
    return Desk(town)


def test_a_letter_and_enter_keeps_the_intention_and_goes_on(town, desk):
    done = desk.key("s")
    assert (done.rows, done.next_row) == ((1,), 2)
    assert desk.row(1).keyed.code == "S"
    answer = Answer.objects.get(constituency=town.marshfield, elector=desk.row(1).elector_id)
    assert (answer.question, answer.meaning) == ("vote", "supporter")
    attempt = Attempt.objects.get(constituency=town.marshfield)
    assert (attempt.channel, attempt.member_id) == ("door", town.caller.pk)


def test_rows_are_named_by_number_by_elector_number_and_by_scanned_code(desk):
    assert desk.key("3 O").rows == (3,)
    assert desk.key("4o").rows == (4,)
    assert desk.key(f"{desk.row(5).elector_number.lower()} u").rows == (5,)
    scanned = desk.key(f"{desk.printing.code}006")
    assert (scanned.rows, scanned.next_row) == ((), 6)
    assert desk.key("A", here=6).rows == (6,)
    assert [desk.row(number).keyed.code for number in (3, 4, 5, 6)] == ["O", "O", "U", "A"]


def test_the_same_line_twice_counts_once_and_another_code_corrects(town, desk):
    for _twice in range(2):
        desk.key("S")
    assert Attempt.objects.filter(constituency=town.marshfield).count() == 1
    desk.key("1 U")
    assert desk.outcomes(1) == ["spoke"]
    desk.key("1 M")
    assert desk.outcomes(1) == ["moved"]
    revisions = KeyedRow.objects.filter(constituency=town.marshfield, number=1)
    assert [(one.code, one.undone_at is None) for one in revisions.order_by("revision")] == [
        ("S", False),
        ("U", False),
        ("M", True),
    ]


def test_a_whole_house_is_one_line(desk):
    rows = shown_sheet(desk.printing, 1, 1).rows
    homes = [row.household_id for row in rows]
    shared = next(home for home in homes if homes.count(home) == 2)
    house = [row.number for row in rows if row.household_id == shared]
    done = desk.key("O+", here=house[0])
    assert list(done.rows) == house
    assert [desk.outcomes(number) for number in house] == [["no_answer"], ["no_answer"]]
    with pytest.raises(Refused, match="one person"):
        desk.key("M+", here=done.next_row)


def test_an_undo_empties_the_cell_and_takes_the_result_back(desk):
    desk.key("S")
    for _twice in range(2):
        undo_row(by=desk.member, printing=desk.printing, sheet=1, visit=1, row=1)
    assert desk.row(1).keyed is None
    assert desk.outcomes(1) == []
    desk.key("S")
    assert desk.outcomes(1) == ["spoke"]


def test_what_means_nothing_is_refused_in_a_sentence(town, desk):
    for typed, sentence in [
        ("99 S", "There is no row or elector “99”"),
        ("Q", "“Q” is none of the codes"),
        ("1 Q", "“Q” is none of the codes"),
        ("S .x", "“.x” is none of the marks"),
        ("S perhaps", "“perhaps” is too much"),
        ("O+ .p", "Nothing can follow O+"),
    ]:
        with pytest.raises(Refused) as refusal:
            desk.key(typed)
        assert sentence in str(refusal.value)
    assert not Attempt.objects.filter(constituency=town.marshfield).exists()


def test_an_empty_line_leaves_the_row_as_it_is(desk):
    assert desk.key("").next_row == 2
    last = shown_sheet(desk.printing, 1, 1).rows[-1].number
    assert desk.key("O", here=last).next_row is None


def test_a_second_visit_has_cells_of_its_own(desk):
    desk.key("O")
    desk.key("S", visit=2)
    assert (desk.row(1).keyed.code, desk.row(1, visit=2).keyed.code) == ("O", "S")
    assert sorted(desk.outcomes(1)) == ["no_answer", "spoke"]


def test_a_sheet_is_keyed_as_it_was_printed_whatever_the_register_says_later(town, desk):
    before = desk.row(1)
    Elector.objects.filter(constituency=town.marshfield, pk=before.elector_id).update(number=9999)
    assert desk.key(f"{before.elector_number} S").rows == (1,)
    assert desk.outcomes(1) == ["spoke"]


def test_who_keys_and_who_corrects(town, desk):
    desk.key("S")
    with pytest.raises(NotFound):
        printing_seen_by(town.outsider, desk.round.code, 1)
    with pytest.raises(Refused, match="have not had this round"):
        desk.key("2 S", by=town.outsider)
    join_round(by=town.outsider, code=desk.round.code)
    desk.key("2 S", by=town.outsider)
    with pytest.raises(Refused, match="Somebody else keyed row 1"):
        desk.key("1 U", by=town.outsider)
    assert desk.row(1).keyed.code == "S"
    desk.key("1 U", by=town.organiser)
    corrected = Attempt.objects.get(
        constituency=town.marshfield, corrected_by=town.organiser, outcome="spoke"
    )
    assert corrected.member_id == town.caller.pk
    assert desk.outcomes(1) == ["spoke"]


def test_the_day_of_the_visit_is_the_results_day(town, desk):
    long_ago = clock.today() - timedelta(days=30)
    where = {"printing": desk.printing, "sheet": 1, "visit": 1}
    tell_visit(by=desk.member, **where, day=long_ago, canvasser="Cat without a telephone")
    desk.key("S")
    attempt = Attempt.objects.get(constituency=town.marshfield)
    assert attempt.made_at.date() == long_ago
    with pytest.raises(Refused, match="has not come yet"):
        tell_visit(by=desk.member, **where, day=clock.today() + timedelta(days=1), canvasser="")


def test_what_was_told_becomes_an_offer_and_a_case_and_goes_with_an_undo(town, desk):
    desk.key("S .p")
    desk.key("2 U .i the street lamp is out")
    here = {"constituency": town.marshfield}
    assert Offer.objects.get(**here, state=Offer.State.OPEN).kind == "poster"
    case = Case.objects.get(**here, state=Case.State.OPEN)
    assert case.elector_id == desk.row(2).elector_id
    desk.key("1 L .p", by=town.organiser)
    assert Offer.objects.filter(**here, state=Offer.State.OPEN).count() == 1
    desk.key("1 L .h", by=town.organiser)
    assert Offer.objects.get(**here, state=Offer.State.OPEN).kind == "help"
    undo_row(by=desk.member, printing=desk.printing, sheet=1, visit=1, row=2)
    assert not Case.objects.filter(**here, state=Case.State.OPEN).exists()


def test_progress_counts_rows_with_something_keyed(desk):
    desk.key("O")
    desk.key("O", here=2)
    (sheet,) = progress_of(desk.printing)
    assert (sheet.rows, sheet.keyed) == (desk.printing.rows, 2)
