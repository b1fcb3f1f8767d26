"""Calendars and feeds: valid to a strict reader, and silent about the exact place."""

import json
import re
from datetime import timedelta

import feedparser
import pytest
from django.urls import reverse
from icalendar import Calendar

from groundswell.common import clock
from groundswell.events.commands import PlacePlan, cancel_event, move_event
from groundswell.events.queries.calendars import calendar_token
from groundswell.events.tests.making import ADDRESS, comes, in_days, published
from groundswell.members.commands import sign_out_everywhere


def _line(written, name):
    return next(line for line in written.split(b"\r\n") if line.startswith(name.encode()))


def strictly_read(answer):
    """The entries of a calendar by their titles, once everything RFC 5545 asks for is there."""
    written = answer.content
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert written.endswith(b"END:VCALENDAR\r\n")
    lines = written.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)  # 3.1: folded at 75 octets
    assert b"\n" not in written.replace(b"\r\n", b"")
    calendar = Calendar.from_ical(written)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    entries = calendar.walk("VEVENT")
    assert not calendar.errors
    uids = [str(entry["uid"]) for entry in entries]
    assert len(set(uids)) == len(uids)
    for entry in entries:
        assert not entry.errors
        for name in ("uid", "dtstamp", "dtstart", "dtend", "summary"):
            assert name in entry
        assert entry.decoded("dtstart") < entry.decoded("dtend")
        assert re.fullmatch(rb"DTSTAMP:[0-9]{8}T[0-9]{6}Z", _line(written, "DTSTAMP"))
    return {str(entry["summary"]): entry for entry in entries}


def test_everybodys_calendar_has_what_anybody_may_find_without_the_exact_place(town, client):
    event = published(town, title="Canvass; with “tea”, and a very long title " + "y" * 60)
    published(town, title="By link", visibility="link")
    comes(event, town.supporter)
    for browser in (client, town.client_for("supporter")):
        answer = browser.get(reverse("events:calendar"))
        (entry,) = strictly_read(answer).values()
        assert entry["summary"] == event.title
        assert ADDRESS not in answer.content.decode()
        assert entry["dtstart"].dt == event.starts_at
        assert str(entry["location"]).startswith("Riverside")


@pytest.mark.parametrize(("area", "there"), [("marshfield", True), ("hillbury", False)])
def test_an_areas_calendar_has_the_events_of_the_area(town, client, area, there):
    event = published(town)
    assert event.area is not None
    answer = client.get(reverse("events:area_calendar", args=[getattr(town, area).pk]))
    assert (event.title in strictly_read(answer)) is there


def test_one_event_as_a_file_tells_the_place_to_those_who_come(town, client):
    event = published(town)
    comes(event, town.supporter)
    address = reverse("events:file", args=[event.slug])
    stranger = strictly_read(client.get(address))[event.title]
    guest = strictly_read(town.client_for("supporter").get(address))[event.title]
    assert ADDRESS not in str(stranger["location"])
    assert ADDRESS in str(guest["location"])
    assert stranger["geo"].to_ical() != guest["geo"].to_ical()
    for role, told in (("organiser", True), ("organiser_without_second_factor", False)):
        read = strictly_read(town.client_for(role).get(address))[event.title]
        assert (ADDRESS in str(read["location"])) is told, role


def test_ones_own_calendar_follows_moves_and_cancellations_and_ends_with_the_session(town, client):
    event, other = published(town, title="Moved"), published(town, title="Called off")
    comes(event, town.supporter)
    comes(other, town.supporter)
    page = town.client_for("supporter").get(reverse("events:list"))
    address = page.context["calendar"]
    before = strictly_read(client.get(address))["Moved"]
    assert ADDRESS in str(before["location"])
    move_event(
        by=town.caller,
        event=event,
        place=PlacePlan(town="Riverside", address="7 New Street", postcode="SS14 1AA"),
        starts_at=in_days(3),
        ends_at=in_days(3) + timedelta(hours=2),
        capacity=None,
        words="The hall is flooded.",
    )
    cancel_event(by=town.caller, event=other, words="Snow.")
    after = strictly_read(client.get(address))
    assert "7 New Street" in str(after["Moved"]["location"])
    assert after["Moved"]["sequence"] > before["sequence"]
    assert after["Moved"]["uid"] == before["uid"]
    assert after["Called off"]["status"] == "CANCELLED"
    assert client.get(address[:-5] + "00000").status_code == 404
    sign_out_everywhere(by=town.supporter)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_feeds_are_read_without_complaint_and_tell_what_anybody_may_know(town, client, form):
    event = published(town, title="Stall & tea <now>")
    answer = client.get(reverse("events:feed", args=[form]), {"kind": "canvass"})
    read = feedparser.parse(answer.content)
    assert not read.bozo
    assert [entry.title for entry in read.entries] == ["Stall & tea <now>"]
    assert read.entries[0].link.endswith(event.slug + "/")
    assert ADDRESS not in answer.content.decode()
    none = client.get(reverse("events:feed", args=[form]), {"kind": "rally"})
    assert feedparser.parse(none.content).entries == []


def test_search_engines_are_told_what_the_page_tells_anybody(town, client):
    event = published(town, title="Tea </script> & cake")
    page = client.get(reverse("events:page", args=[event.slug])).content.decode()
    (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    said = json.loads(told)
    assert said["@type"] == "Event"
    assert said["name"] == event.title
    assert clock.now().year <= int(said["startDate"][:4])
    assert said["location"]["address"]["addressLocality"] == "Riverside"
    assert ADDRESS not in page


def test_ones_own_calendar_opens_nothing_by_a_role(town, client):
    event = published(town, capacity=1)
    comes(event, town.supporter)
    comes(event, town.organiser)  # in line; the page tells her where, after her second factor
    for guest, told in ((town.supporter, True), (town.organiser, False)):
        address = reverse("events:my_calendar", args=[calendar_token(guest)])
        entry = strictly_read(client.get(address))[event.title]
        assert (ADDRESS in str(entry["location"])) is told
