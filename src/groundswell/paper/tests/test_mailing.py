"""Letters and labels: everybody who may get post once, nobody who asked for none, an imprint."""

import io

import pypdfium2
import pytest

from groundswell.common.errors import NotFound, Refused
from groundswell.common.models import AuditLine
from groundswell.contact.commands import keep_states
from groundswell.look.organisation import Organisation
from groundswell.paper.commands.mailing import MailingPlan, draw_up_mailing, print_mailing
from groundswell.paper.models import MailingRun
from groundswell.paper.rules.merging import names_together, read_blocks, unknown_fields
from groundswell.privacy.commands import stop_contact
from groundswell.privacy.models import Sighting
from groundswell.register.models import Elector
from tests.canvass import doors_in
from tests.phone_bank import universe_of

TEXT = """# A word, {forename}

Dear {name},

we are in **{street}** on Saturday.

- buses
- homes
"""
IMPRINT = "Promoted by Mo Reid, 1 Pretend Street, Basildon, on behalf of the Test Party."


@pytest.fixture
def universe(town):
    doors_in(town, 6)
    return universe_of(town)


@pytest.fixture
def _imprint(monkeypatch):
    ours = Organisation("The Test Party", imprint=IMPRINT)
    monkeypatch.setattr("groundswell.paper.commands.mailing.organisation", lambda: ours)


def drawn_up(town, universe, **more):
    given = {"name": "Saturday", "kind": "letter", "per": "household", "text": TEXT} | more
    plan = MailingPlan(universe_id=universe.pk, **given)
    return draw_up_mailing(by=town.organiser, plan=plan)


def texts_of(content):
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    return [
        document[number].get_textpage().get_text_bounded().replace("\r\n", "\n")
        for number in range(len(document))
    ]


@pytest.mark.usefixtures("_imprint")
def test_each_household_has_one_letter_with_its_names_and_the_imprint(town, universe):
    made = print_mailing(by=town.organiser, mailing_id=drawn_up(town, universe).pk)
    pages = texts_of(made.content)
    assert made.pieces == len(pages) == 6
    for page in pages:
        assert "{" not in page
        assert "Promoted by Mo Reid" in page
        assert f"Printed by {town.organiser.name}" in page
    homes = [
        f"{one.forename} {one.surname}"
        for one in Elector.objects.filter(constituency=town.marshfield)
    ]
    assert all(one.split()[0] in "".join(pages) for one in homes)
    run = MailingRun.objects.get()
    assert (run.pieces, run.people) == (6, 9)
    assert Sighting.objects.filter(batch=run.key).count() == 9
    assert AuditLine.objects.get(action="paper.print_mailing").details["sha256"] == run.sha256


@pytest.mark.usefixtures("_imprint")
def test_whoever_asked_for_no_post_gets_none(town, universe):
    mailing = drawn_up(town, universe, per="person")
    before = print_mailing(by=town.organiser, mailing_id=mailing.pk).pieces
    first, second, *_others = Elector.objects.filter(constituency=town.marshfield)
    for one, channel in ((first, "post"), (second, "")):
        stop_contact(by=town.organiser, person=one.person, channel=channel, how="Wrote to us")
    keep_states([town.marshfield.pk])
    made = print_mailing(by=town.organiser, mailing_id=mailing.pk)
    assert made.pieces == before - 2


def test_a_letter_needs_an_imprint_and_words_that_can_be_filled_in(town, universe):
    mailing = drawn_up(town, universe)
    with pytest.raises(Refused, match="imprint first"):
        print_mailing(by=town.organiser, mailing_id=mailing.pk)
    with pytest.raises(Refused, match=r"\{shoe size\}"):
        drawn_up(town, universe, text="Dear {shoe size}")
    with pytest.raises(Refused, match="Write the letter"):
        drawn_up(town, universe, text=" ")
    for member in (town.organiser_elsewhere, town.caller):
        with pytest.raises(NotFound):
            print_mailing(by=member, mailing_id=mailing.pk)


@pytest.mark.parametrize(("kind", "a_sheet"), [("labels21", 21), ("labels14", 14)])
def test_labels_fill_their_sheets(town, kind, a_sheet):
    doors_in(town, 30, people=(1,), streets=3)
    mailing = drawn_up(town, universe_of(town), kind=kind, text="", per="household")
    made = print_mailing(by=town.organiser, mailing_id=mailing.pk)
    pages = texts_of(made.content)
    assert len(pages) == -(-made.pieces // a_sheet)
    assert sum(page.count("SS14 1A") for page in pages) == made.pieces


def test_text_is_words_and_never_markup():
    heading, paragraph = read_blocks("# Hello\n\n<b>#sys</b> and *this* and **that**")
    assert heading.kind == "heading"
    assert [(run.words, run.bold, run.italic) for run in paragraph.runs] == [
        ("<b>#sys</b> and ", False, False),
        ("this", False, True),
        (" and ", False, False),
        ("that", True, False),
    ]
    assert unknown_fields("{name} {x} { street } {x}") == ["x"]


def test_a_household_is_named_as_people_name_it():
    assert names_together([("Ann", "Jones"), ("Ben", "Jones")], "and") == "Ann and Ben Jones"
    assert names_together([("Ann", "Jones"), ("Ben", "Lee")], "and") == "Ann Jones and Ben Lee"
    assert names_together([("Ann", "Jones")], "and") == "Ann Jones"
