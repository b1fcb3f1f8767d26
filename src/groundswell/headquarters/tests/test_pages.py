"""The pages of totals: what they show to whom, as a page, a live piece and a file."""

import csv
from io import StringIO

import pytest
from django.urls import reverse

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.models import Tally
from groundswell.doorstep.commands import book_round, cut_by_size
from groundswell.events.commands import host_event
from groundswell.events.tests.making import comes, plan, published
from groundswell.headquarters.tests.tallies import tally
from groundswell.members.commands import ask_for_role
from groundswell.members.models import Role
from groundswell.places.models import Area
from tests.canvass import open_canvass
from tests.phone_bank import open_phone_bank


@pytest.fixture
def district(town):
    return Area.objects.create(
        kind="polling_district",
        code="MR/A",
        name="District A",
        parent=town.riverside,
        path=f"{town.riverside.path}9999/",
    )


def tallied(town, district=None, conversations=9, **more):
    tally(
        town.marshfield,
        hour=clock.now(),
        counts=(40, 12, conversations),
        branch=town.marshfield,
        ward=town.riverside,
        district=district,
        intentions={"supporter": conversations},
        **more,
    )


def page(town, role, path):
    answer = town.client_for(role).get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_everybody_sees_the_campaign_and_their_branch_and_nobody_is_named(town):
    tallied(town)
    for role in ("supporter", "caller", "outsider", "headquarters"):
        assert "attempts" in page(town, role, "/totals/")
    text = page(town, "caller", f"/totals/branch/{town.marshfield.pk}/")
    assert all(number in text for number in (">40<", ">12<", ">9<"))
    assert not any(member.name in text for member in town.members.values())


def test_small_numbers_of_opinions_are_for_those_who_lead(town):
    tallied(town, conversations=9)
    branch = f"/totals/branch/{town.marshfield.pk}/"
    assert "Shown once ten people" in page(town, "caller", branch)
    assert "Shown once ten people" not in page(town, "organiser", branch)
    assert "Shown once ten people" in page(town, "organiser_without_second_factor", branch)
    Tally.objects.update(conversations=10, supporter=10)
    assert "Shown once ten people" not in page(town, "caller", branch)


def test_without_the_right_to_keep_opinions_there_are_none(town, settings):
    tallied(town, conversations=20)
    kept = settings.ENVIRONMENT
    settings.ENVIRONMENT = kept.model_copy(update={"organisation_legal_kind": "unregistered_group"})
    assert "Voting intention" not in page(town, "headquarters", "/totals/")
    answer = town.client_for("headquarters").get("/totals/", {"csv": "day"})
    assert lines(answer)[0] == ["Day", "Attempts", "Contacts", "Conversations"]
    assert "voting_intention" not in page(town, "organiser", "/universes/new/")
    settings.ENVIRONMENT = kept
    assert "Voting intention" in page(town, "headquarters", "/totals/")
    assert "voting_intention" in page(town, "organiser", "/universes/new/")


def test_polling_districts_are_for_those_who_lead(town, district):
    tallied(town, district)
    branch = f"/totals/branch/{town.marshfield.pk}/"
    assert "District A" in page(town, "organiser", branch)
    assert "District A" not in page(town, "caller", branch)
    assert "District A" in page(town, "agent", f"/totals/area/{town.marshfield.pk}/")
    assert town.client_for("caller").get(f"{branch}?csv=district").status_code == 404


def lines(answer):
    return list(csv.reader(StringIO(answer.content.decode())))


def test_the_aggregate_as_a_file(town, district):
    tallied(town, district)
    path = f"/totals/area/{town.marshfield.pk}/"
    leading = town.client_for("organiser")
    for by, heading in (("day", "Day"), ("hour", "Hour"), ("ward", "Ward"), ("branch", "Branch")):
        answer = leading.get(path, {"csv": by})
        head, row = lines(answer)
        assert "attachment" in answer["Content-Disposition"]
        assert head[:4] == [heading, "Attempts", "Contacts", "Conversations"]
        assert row[1:5] == ["40", "12", "9", "9"]
    assert lines(leading.get(path, {"csv": "district"}))[1][0] == "District A"
    for_all = lines(town.client_for("caller").get("/totals/", {"csv": "ward"}))
    assert for_all == [
        ["Ward", "Attempts", "Contacts", "Conversations"],
        ["Riverside", "40", "12", "9"],
    ]
    assert leading.get(path, {"csv": "member"}).status_code == 404


def test_a_live_piece_comes_only_when_there_is_something_new(town):
    tallied(town)
    browser = town.client_for("caller")
    piece = browser.get("/totals/", headers={"HX-Target": "figures"}).content.decode()
    assert "<html" not in piece
    seen = piece.split('name="seen" value="')[1].split('"')[0]
    again = {"path": "/totals/", "data": {"seen": seen}, "headers": {"HX-Target": "figures"}}
    assert browser.get(**again).status_code == 204
    Tally.objects.update(attempts=41)
    assert ">41<" in browser.get(**again).content.decode()


def test_home_says_what_there_is_for_whom(town):
    front = page(town, "anonymous", "/")
    assert "Sign in" in front
    assert "Open to you today" not in front
    effort = open_phone_bank(town, name="Riverside evening")
    ask_for_role(by=town.caller, kind=Role.Kind.ORGANISER, area=town.marshfield, reason="Please.")
    for role, called, needed in (
        ("caller", True, False),
        ("agent", True, True),
        ("organiser_elsewhere", False, False),
    ):
        text = page(town, role, "/")
        assert (f"/p/{effort.join_code}/" in text) is called
        assert ("1 request for a role" in text) is needed


def test_home_leads_to_calls_by_telephone_and_to_doors_on_foot(town):
    calls, doors = open_phone_bank(town), open_canvass(town)
    front = page(town, "caller", "/")
    assert f"/p/{calls.join_code}/" in front
    assert f"/p/{doors.join_code}/" not in front
    assert reverse("doorstep:rounds") in front
    assert "Take a round" in front


def test_a_round_in_hand_is_one_press_away_and_only_for_whoever_has_it(town):
    canvass = open_canvass(town)
    walked, _other = cut_by_size(by=town.organiser, effort=canvass, doors=6)
    book_round(by=town.caller, walked=walked, key=uuid7())
    in_the_app = f"#/round/{walked.code}"
    assert in_the_app in page(town, "caller", "/")
    assert in_the_app not in page(town, "supporter", "/")


def test_what_waits_in_the_menu_waits_on_the_front_page(town):
    waits = f'{reverse("events:to_look_over")}">Events to look over: 1<'
    assert waits not in page(town, "organiser", "/")
    host_event(by=town.caller, plan=plan(title="Tea and buses"), key=uuid7())
    assert waits in page(town, "organiser", "/")
    assert waits not in page(town, "caller", "/")


def test_home_reminds_of_what_one_comes_to_and_nobody_else(town):
    sign_up = comes(published(town, title="Tea and buses"), town.supporter)
    ticket = reverse("events:ticket", args=[sign_up.code])
    assert ticket in page(town, "supporter", "/")
    assert ticket not in page(town, "caller", "/")


def test_my_figures_and_what_i_did_have_names_of_their_own_and_lead_on(town):
    figures = page(town, "caller", "/totals/mine/")
    everything = reverse("profiles:did")
    assert "<title>My figures" in figures
    assert f'href="{everything}">What I did</a>' in figures
    assert "<title>What I did" in page(town, "caller", everything)
    tabs = page(town, "caller", "/totals/").partition('class="tabs')[2].partition("</nav>")[0]
    assert "My figures" in tabs
    assert "What I did" not in tabs
