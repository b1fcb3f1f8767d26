"""Past canvassing from files: matched, explained, recorded once; the unclear waits for a person."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse

from groundswell.common.errors import NotFound, Refused
from groundswell.contact.commands.past import (
    ask_to_apply_past,
    cancel_past,
    check_past_canvass,
    decide_doubt,
    import_past_canvass,
    name_past_columns,
    say_meanings,
    upload_past_canvass,
)
from groundswell.contact.models import Attempt, CanvassDoubt
from groundswell.contact.queries import summary_line, timeline
from groundswell.contact.queries.past import doubts_for, meanings_to_say, rows_not_taken
from groundswell.contact.rules.past.meanings import Code, Meanings
from groundswell.contact.rules.past.rows import Default, Told, Why, read_past_row
from groundswell.contact.tasks import move_past_canvass_on
from groundswell.contact.tests.street import Street, browser, organiser
from groundswell.members.models import Role
from groundswell.register.models import ContactDetail, Elector, Household, Review

HEADING = "Elector Number,Name,Address,Postcode,Date,VI,Result\n"


@pytest.fixture
def street(db, settings, tmp_path):
    settings.HOME = tmp_path
    made = Street(households=(1, 1))
    made.constituency.kind = "council"
    made.constituency.save()
    for number, (elector, name) in enumerate(zip(made.electors, ("Ann", "Ben"), strict=True), 1):
        Household.objects.filter(pk=elector.household_id).update(
            postcode="SS14 1AA", number=str(number), key=f"{number} mill lane ss14 1aa"
        )
        Elector.objects.filter(pk=elector.pk).update(
            forename=name, name_key=f"{name.lower()} example"
        )
    return made


def manager(street):
    return organiser("Dan", street.constituency, Role.Kind.DATA_MANAGER)


def file(*rows, heading=HEADING):
    return {
        "file": BytesIO((heading + "\n".join(rows)).encode()),
        "file_name": "canvass.csv",
        "source": "Connect 2023",
        "canvassed_on": date(2023, 5, 1),
    }


def test_rows_are_recorded_once_with_source_and_date(street):
    told = {"by": manager(street), "council_id": street.constituency.pk}
    rows = (
        "AA-1,Ann Example,1 Mill Lane,SS14 1AA,14/04/2023,S,",
        ",Ben Example,2 Mill Lane,SS14 1AA,,,moved",
        "AA-9,Zed Nobody,99 Mill Lane,SS14 9ZZ,,S,",
        "AA-1,Ann Example,1 Mill Lane,SS14 1AA,14/04/2023,,",
    )
    street.number(street.electors[1])
    done = import_past_canvass(**told, **file(*rows))
    again = import_past_canvass(**told, **file(*rows))
    assert (done.summary["recorded"], again.summary["recorded"]) == (2, 0)
    ann, ben = street.electors
    attempt = Attempt.objects.get(elector=ann)
    assert (attempt.source, attempt.member, attempt.channel) == ("Connect 2023", None, "door")
    assert attempt.made_at.date() == date(2023, 4, 14)
    assert street.state(ann).voting_intention == "supporter"
    assert "Supporter (14 Apr 2023)" in summary_line(street.state(ann))
    assert street.state(ben).last_outcome == "moved"
    assert not Review.objects.exists()
    assert not ContactDetail.objects.exclude(retired_at=None).exists()
    assert [entry.source for entry in timeline(told["by"], ann)] == ["Connect 2023"]
    reasons = [row.reason for row in rows_not_taken(told["by"], done.pk)]
    assert len(reasons) == 2
    assert "Nobody on the register" in " ".join(reasons)


def test_words_nobody_knows_wait_until_somebody_says(street):
    dan = manager(street)
    told = {"by": dan, "council_id": street.constituency.pk}
    made = upload_past_canvass(**told, **file("AA-1,Ann Example,,,,7,", "AA-2,Ben Example,,,,7,"))
    checked = check_past_canvass(past_id=made.pk)
    assert [(one.word, one.rows) for one in meanings_to_say(checked)] == [("7", 2)]
    with pytest.raises(Refused):
        say_meanings(by=dan, past_id=made.pk, meanings={"7": "code:999"})
    say_meanings(by=dan, past_id=made.pk, meanings={"7": "outcome:refused"})
    check_past_canvass(past_id=made.pk)
    ask_to_apply_past(by=dan, past_id=made.pk)
    move_past_canvass_on()
    assert set(Attempt.objects.values_list("outcome", flat=True)) == {"refused"}
    later = upload_past_canvass(**told, **file("AA-1,Ann Example,,,1 May 2022,7,"))
    assert not meanings_to_say(check_past_canvass(past_id=later.pk))


def test_an_unclear_row_waits_for_a_person(street):
    dan = manager(street)
    told = {"by": dan, "council_id": street.constituency.pk}
    rows = ("AA-1,Zoe Sample,,,,S,", "AA-2,Ugo Sample,,,,A,")
    import_past_canvass(**told, **file(*rows))
    import_past_canvass(**told, **file(*rows))
    assert not Attempt.objects.exists()
    first, second = doubts_for(dan).order_by("elector")
    place = {"constituency_id": street.constituency.pk}
    with pytest.raises(NotFound):
        decide_doubt(
            by=organiser("Olu", street.constituency), doubt_id=first.pk, decision="same", **place
        )
    decide_doubt(by=dan, doubt_id=first.pk, decision="same", **place)
    decide_doubt(by=dan, doubt_id=first.pk, decision="same", **place)
    decide_doubt(by=dan, doubt_id=second.pk, decision="different", **place)
    assert street.state(street.electors[0]).voting_intention == "supporter"
    assert Attempt.objects.count() == 1
    assert all(one.row == {} for one in CanvassDoubt.objects.all())


def test_a_file_of_unknown_headings_is_named_on_a_page(street):
    desk = browser(manager(street))
    sent = file("AA-1;Ann Example;S", heading="Roll;Person;Strength\n")
    upload = {**sent, "council": street.constituency.pk, "channel": "door"}
    upload["file"].name = upload.pop("file_name")
    page = desk.post(reverse("contact:past"), upload, follow=True)
    assert page.resolver_match.url_name == "past_columns"
    named = {"column-0": "whole_number", "column-1": "full_name", "column-2": "voting_intention"}
    answer = desk.post(page.wsgi_request.path, named)
    move_past_canvass_on()
    body = desk.get(answer.url).content.decode()
    assert "Record these results" in body
    past_id = int(answer.url.strip("/").split("/")[-1])
    desk.post(reverse("contact:past_apply", args=[past_id]))
    move_past_canvass_on()
    assert street.state(street.electors[0]).voting_intention == "supporter"


def test_only_data_managers_of_the_council_and_only_sense(street):
    olu = organiser("Olu", street.constituency)
    told = {"council_id": street.constituency.pk}
    with pytest.raises((Refused, NotFound)):
        upload_past_canvass(by=olu, **told, **file("AA-1,Ann,,,,S,"))
    dan = manager(street)
    made = upload_past_canvass(by=dan, **told, **file("AA-1", heading="Roll\n"))
    for columns in ({"0": "whole_number"}, {"0": "outcome"}, {"0": "shoe_size"}):
        with pytest.raises(Refused):
            name_past_columns(by=dan, past_id=made.pk, columns=columns)
    assert cancel_past(by=dan, past_id=made.pk).state == "cancelled"
    assert not Attempt.objects.exists()


MEANINGS = Meanings(
    {"xx": "nothing", "l": "outcome:refused"},
    {1: Code(1, "S", "Ours", "supporter"), 2: Code(2, "L", "Leaning", "leaning")},
)
DEFAULT = Default(date(2023, 5, 1), "door")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (["s", "", "", ""], Told(date(2023, 5, 1), "door", "spoke", 1)),
        (["Ours", "not in", "02/04/23", "Phone"], Told(date(2023, 4, 2), "phone", "spoke", 1)),
        (["L", "", "", ""], Told(date(2023, 5, 1), "door", "refused")),
        (["", "No Reply", "2023-04-02T10:00", ""], Told(date(2023, 4, 2), "door", "no_answer")),
        (["", "Moved  Away", "", "canvass"], Told(date(2023, 5, 1), "door", "moved")),
        (["XX", "", "", ""], Why.LEFT_OUT),
        (["", "", "", ""], Why.NOTHING_SAID),
        (["5", "", "", ""], Why.UNKNOWN_WORD),
        (["s", "", "yesterday", ""], Why.DATE_UNREADABLE),
        (["s", "", "01/01/2040", ""], Why.DATE_IMPOSSIBLE),
        (["s", "", "", "pigeon"], Why.CHANNEL_UNKNOWN),
    ],
)
def test_a_row_is_understood_or_says_why_not(cells, told):
    columns = {0: "voting_intention", 1: "outcome", 2: "canvassed_on", 3: "channel"}
    row = read_past_row(2, cells, columns, MEANINGS, DEFAULT, date(2026, 11, 23))
    assert (row.told or row.why) == told
