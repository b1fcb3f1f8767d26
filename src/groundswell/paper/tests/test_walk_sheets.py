"""Walk sheets: everybody once, in the app's order, codes that a camera reads, and a log."""

import io

import pypdfium2
import pytest
import zxingcpp

from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.common.models import AuditLine
from groundswell.contact.commands import keep_states
from groundswell.doorstep.commands import book_round, cut_by_size, withdraw_round
from groundswell.doorstep.queries import walk
from groundswell.paper.commands.printing import print_sheets
from groundswell.paper.models import PrintedRow, Printing
from groundswell.paper.queries.printings import printings_of
from groundswell.privacy.commands import stop_contact
from groundswell.privacy.models import Sighting
from groundswell.register.models import Elector
from groundswell.safety.commands import add_door_note
from tests.canvass import doors_in, open_canvass


@pytest.fixture
def walked(town):
    effort = open_canvass(town, doors=80, streets=4)
    (one,) = cut_by_size(by=town.organiser, effort=effort, doors=80)
    book_round(by=town.caller, walked=one, key=uuid7())
    return one


def pages_of(content):
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    return [document[number] for number in range(len(document))]


def codes_on(page):
    picture = page.render(scale=4, grayscale=True).to_pil()
    # The page lies straight before it, black on white.
    found = zxingcpp.read_barcodes(picture, try_rotate=False, try_invert=False)
    return [one.text for one in found]


def words_on(page):
    return page.get_textpage().get_text_bounded()


def asked_for(member, walked):
    return [one.elector_id for door in walk(member, walked).doors for one in door.people]


def printed_rows(town):
    return PrintedRow.objects.filter(constituency=town.marshfield).order_by("number")


@pytest.fixture
def long_walk(town):
    """A round of forty sheets, out with Bob."""
    doors_in(town, 430, people=(2, 3), streets=5)
    effort = open_canvass(town, doors=0)
    (one,) = cut_by_size(by=town.organiser, effort=effort, doors=430)
    book_round(by=town.caller, walked=one, key=uuid7())
    return one


def test_everybody_stands_once_in_the_apps_order_and_every_code_is_read(town, long_walk):
    walked = long_walk
    printed = print_sheets(by=town.caller, rounds=[walked], with_map=False)
    (printing,) = printed.printings
    rows = list(printed_rows(town))
    assert [row.elector_id for row in rows] == asked_for(town.caller, walked)
    assert [row.number for row in rows] == list(range(1, printing.rows + 1))
    pages = pages_of(printed.content)
    assert len(pages) == printing.sheets == rows[-1].sheet >= 40
    for number, page in enumerate(pages, start=1):
        here = {f"{printing.code}{row.number:03d}" for row in rows if row.sheet == number}
        address = f"http://localhost:8000/k/{walked.code}/{number}/{printing.number}/"
        assert sorted(codes_on(page)) == sorted({*here, address})
        text = words_on(page)
        assert f"{number} of {printing.sheets}" in text
        assert all(row.elector_number in text for row in rows if row.sheet == number)


def test_a_sheet_names_who_printed_it_and_the_log_keeps_it(town, walked):
    printed = print_sheets(by=town.caller, rounds=[walked])
    (printing,) = printed.printings
    first, *_others = pages_of(printed.content)
    assert "Map of the round" in words_on(first)
    for page in pages_of(printed.content):
        assert f"Printed by {town.caller.name} on" in words_on(page)
    line = AuditLine.objects.get(action="paper.print_sheets")
    assert (line.stream, line.details["printing"]) == (town.caller.pk, printing.code)
    assert line.details["sha256"] == printing.sha256
    seen = Sighting.objects.filter(member=town.caller, purpose__contains=printing.code)
    assert seen.count() == printing.rows


def test_nobody_is_printed_who_must_be_left_alone(town, walked):
    stopped, anonymous, *_others = asked_for(town.caller, walked)
    one = Elector.objects.get(constituency=town.marshfield, pk=stopped)
    stop_contact(by=town.organiser, person=one.person, channel="door", how="Told us")
    Elector.objects.filter(constituency=town.marshfield, pk=anonymous).update(kind="anonymous")
    keep_states([town.marshfield.pk])
    print_sheets(by=town.caller, rounds=[walked])
    there = set(printed_rows(town).values_list("elector_id", flat=True))
    assert not there & {stopped, anonymous}
    assert len(there) == printed_rows(town).count() > 0


def test_a_door_where_nobody_is_sent_has_a_line_and_no_names(town, walked):
    door = next(one for one in walk(town.caller, walked).doors if len(one.people) == 2)
    add_door_note(
        by=town.organiser,
        constituency_id=town.marshfield.pk,
        household_id=door.household_id,
        text="Threatened us",
        do_not_send=True,
        key=uuid7(),
    )
    printed = print_sheets(by=town.caller, rounds=[walked], with_map=False)
    text = "".join(words_on(page) for page in pages_of(printed.content))
    assert text.count("Do not send anyone to this door.") == 1
    assert "Threatened us" not in text
    numbers = [one.elector_number for one in door.people]
    assert not printed_rows(town).filter(elector_number__in=numbers).exists()


def test_only_organisers_and_whoever_has_the_round_print_it(town, walked):
    for member in (town.caller, town.organiser):
        assert print_sheets(by=member, rounds=[walked]).people
    for member in (town.outsider, town.organiser_elsewhere, town.supporter):
        with pytest.raises((Refused, NotFound)):
            print_sheets(by=member, rounds=[walked])
        with pytest.raises(NotFound):
            printings_of(member, walked)
    assert [one.number for one in printings_of(town.caller, walked)] == [2, 1]
    withdraw_round(by=town.organiser, walked=walked)
    walked.refresh_from_db()
    with pytest.raises(Refused, match="withdrawn"):
        print_sheets(by=town.organiser, rounds=[walked])


def test_large_print_has_the_same_rows_on_more_sheets(town, walked):
    usual = print_sheets(by=town.caller, rounds=[walked]).printings[0]
    printed = print_sheets(by=town.caller, rounds=[walked], edition="large", with_map=False)
    (large,) = printed.printings
    assert (large.rows, large.edition) == (usual.rows, Printing.Edition.LARGE)
    assert len(pages_of(printed.content)) == large.sheets > usual.sheets
    on_sheets = printed_rows(town).filter(printing_id=large.pk)
    for number, page in enumerate(pages_of(printed.content), start=1):
        assert len(codes_on(page)) == on_sheets.filter(sheet=number).count() + 1
