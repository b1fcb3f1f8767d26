"""A second look: somebody else, a random tenth, unseen; what differs is decided and put right."""

import io
import random

import pytest
from PIL import Image

from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.contact.models import Attempt
from groundswell.doorstep.commands import book_round, cut_by_size
from groundswell.paper.commands.forgetting import forget_person
from groundswell.paper.commands.keying import key_line
from groundswell.paper.commands.looking_again import begin_look, decide, look_again
from groundswell.paper.commands.photos import attach_photo, delete_photo
from groundswell.paper.commands.printing import print_sheets
from groundswell.paper.models import KeyedRow, PrintedRow, SheetPhoto
from groundswell.paper.queries.looking_again import look_seen_by
from groundswell.paper.queries.photos import photo_seen_by
from groundswell.paper.rules.sample import draw, error_rate
from groundswell.register.models import Elector
from tests.canvass import open_canvass


@pytest.fixture
def printing(town):
    """Twelve doors on one sheet, all of them keyed by Bob as nobody in."""
    effort = open_canvass(town, doors=12)
    (walked,) = cut_by_size(by=town.organiser, effort=effort, doors=12)
    book_round(by=town.caller, walked=walked, key=uuid7())
    (made,) = print_sheets(by=town.caller, rounds=[walked]).printings
    for row in range(1, made.rows + 1):
        key_line(by=town.caller, printing=made, sheet=1, visit=1, typed="O", here=row)
    return made


def reads(by, look, cell, typed):
    return look_again(by=by, look_id=look.pk, number=cell.number, visit=cell.visit, typed=typed)


def decided(by, look, cell, decision):
    return decide(by=by, look_id=look.pk, number=cell.number, visit=cell.visit, decision=decision)


def test_what_the_second_person_reads_is_compared_and_put_right(town, printing):
    look = begin_look(by=town.organiser, printing=printing, dice=random.Random(1))
    cells = list(look.cells.all())
    assert len(cells) == 10
    for cell in cells[2:]:
        reads(town.organiser, look, cell, "o")
    reads(town.organiser, look, cells[0], "S")
    shown = reads(town.organiser, look, cells[1], "-")
    assert (shown.rate.wrong, shown.rate.of, len(shown.differing)) == (2, 10, 2)
    decided(town.organiser, look, cells[0], "second")
    shown = decided(town.organiser, look, cells[1], "first")
    assert shown.rate.wrong == 1
    stands = KeyedRow.objects.filter(constituency=town.marshfield, undone_at=None)
    assert stands.get(number=cells[0].number).code == "S"
    assert stands.get(number=cells[1].number).code == "O"
    corrected = Attempt.objects.get(constituency=town.marshfield, corrected_by=town.organiser)
    assert (corrected.outcome, corrected.member_id) == ("spoke", town.caller.pk)


def test_nobody_checks_themselves_and_only_organisers_decide(town, printing):
    with pytest.raises(Refused, match="another person"):
        begin_look(by=town.caller, printing=printing)
    with pytest.raises(NotFound):
        begin_look(by=town.outsider, printing=printing)
    look = begin_look(by=town.agent, printing=printing)
    cell = look.cells.first()
    with pytest.raises(Refused, match="keyed this row yourself"):
        reads(town.caller, look, cell, "S")
    with pytest.raises(Refused, match="none of the codes"):
        reads(town.agent, look, cell, "?")
    reads(town.agent, look, cell, "R")
    with pytest.raises(Refused, match="organiser decides"):
        decided(town.agent, look, cell, "second")
    with pytest.raises(NotFound):
        look_seen_by(town.organiser_elsewhere, look.pk)


def test_the_sample_is_a_tenth_and_the_interval_holds_the_rate():
    assert len(draw(range(400), random.Random(1))) == 40
    assert len(draw(range(7), random.Random(1))) == 7
    rate = error_rate(2, 40)
    # Wilson's interval for 2 of 40, worked out by hand: 1.38 % to 16.50 %.
    assert (round(rate.low, 4), round(rate.high, 4)) == (0.0138, 0.1650)
    assert error_rate(0, 40).low == 0.0
    assert error_rate(0, 0).high == 1.0


def photograph(**more):
    picture = Image.new("RGB", (3000, 1500), "white")
    exif = Image.Exif()
    exif[0x010F] = "Camera of Bob"
    kept = io.BytesIO()
    picture.save(kept, "JPEG", exif=exif, **more)
    kept.seek(0)
    return kept


def test_a_photograph_is_made_anew_and_seen_by_those_who_see_the_sheet(town, printing):
    photo = attach_photo(by=town.caller, printing=printing, sheet=1, file=photograph())
    again = attach_photo(by=town.caller, printing=printing, sheet=1, file=photograph())
    assert photo.pk == again.pk
    kept = Image.open(io.BytesIO(bytes(photo.picture)))
    assert (kept.size, len(kept.getexif())) == ((2200, 1100), 0)
    assert b"Camera of Bob" not in bytes(photo.picture)
    assert photo_seen_by(town.organiser, photo.pk) == photo
    for member in (town.outsider, town.organiser_elsewhere, town.data_manager):
        with pytest.raises(NotFound):
            photo_seen_by(member, photo.pk)
    with pytest.raises(Refused, match="no photograph"):
        attach_photo(by=town.caller, printing=printing, sheet=1, file=io.BytesIO(b"<svg/>"))
    with pytest.raises(Refused, match="larger than 15 MB"):
        attach_photo(by=town.caller, printing=printing, sheet=1, file=io.BytesIO(b"x" * 2**24))
    delete_photo(by=town.caller, photo=photo)
    assert not SheetPhoto.objects.exists()


def test_whoever_is_erased_leaves_no_row_no_entry_and_no_photograph(town, printing):
    attach_photo(by=town.caller, printing=printing, sheet=1, file=photograph())
    row = PrintedRow.objects.get(constituency=town.marshfield, number=1)
    person = Elector.objects.get(constituency=town.marshfield, pk=row.elector_id).person
    assert forget_person(person) == 3
    assert forget_person(person) == 0
    rows = PrintedRow.objects.filter(constituency=town.marshfield)
    assert rows.count() == printing.rows - 1
    assert not rows.filter(elector=row.elector_id).exists()
    assert not SheetPhoto.objects.exists()
