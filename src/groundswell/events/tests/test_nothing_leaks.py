"""Whatever tells anybody of events: never where exactly, nor of what is not for everybody."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from groundswell.common import clock
from groundswell.events.commands import PlacePlan, cannot_come
from groundswell.events.models import Event, Place
from groundswell.events.tests.making import HALL, comes, in_days, people, published
from groundswell.groups.tests.people import campaign_group
from groundswell.moderation.commands import hide_for_now, report
from groundswell.places.models import Postcode
from groundswell.profiles.commands import change_page

LINK = "https://meet.example/kitchen"
SECRETS = (
    *(HALL.name, HALL.address, HALL.postcode, HALL.postcode.replace(" ", ""), HALL.directions),
    *("meet.example", "51.576", "0.4871"),
)
UNTOLD = {
    "Not looked at yet": {"state": "waiting"},
    "Not approved": {"state": "refused"},
    "For whoever has the link": {"visibility": "link"},
    "Taken down": {},
}
# Those who know no more than a stranger: in line, having given back, with a role and no proof.
VIEWERS = ("anonymous", "supporter", "vetted", "organiser_without_second_factor")
# Where events are told of: the address, with what it is asked; whether towns stand there too.
FEEDS = {
    "everybody's calendar": ("events:calendar", [], {}, True),
    "an area's calendar": ("events:area_calendar", ["area"], {}, True),
    "a group's calendar": ("events:group_calendar", ["group"], {}, True),
    "Atom": ("events:feed", ["atom"], {}, True),
    "RSS": ("events:feed", ["rss"], {}, True),
    "an area's Atom": ("events:feed", ["atom"], {"area": "area"}, True),
    "list and map": ("events:list", [], {}, True),
    "search": ("events:list", [], {"postcode": "SS14 2BB", "km": "5"}, True),
    "most useful": ("events:useful", [], {"postcode": "SS14 2BB"}, True),
    "a group's page": ("groups:page", ["group"], {}, False),
    "a host's page": ("profiles:page", ["host"], {}, False),
}


@pytest.fixture
def events(town):
    """Bob's events of his group by title: a house everybody may find, a call, and the rest."""
    town.caller.joined_at = clock.now() - timedelta(days=90)  # may write as much as they like
    town.caller.save()
    soon: dict[str, Any] = {"starts_at": in_days(1), "kind": "house_meeting"}
    soon["group"] = campaign_group(town.caller)
    call = soon | {"kind": "online", "place": PlacePlan(online_url=LINK)}
    made = {
        "Open house": published(town, **soon, title="Open house"),
        "Open call": published(town, **call, title="Open call"),
        "Full house": published(town, **soon, title="Full house", capacity=1),
    }
    for title, told in UNTOLD.items():
        made[title] = published(town, **soon, title=title)
        Event.objects.filter(pk=made[title].pk).update(**told)
    taken_down = made["Taken down"].pk
    hide_for_now(
        by=town.organiser,
        report=report(by=town.outsider, kind="event", thing=taken_down, reason="spam"),
    )
    comes(made["Full house"], people(1)[0])
    comes(made["Full house"], town.supporter)  # in line
    cannot_come(by=town.vetted, sign_up=comes(made["Open house"], town.vetted))
    where = {"ward": town.riverside, "constituency": town.marshfield, "source": "test"}
    Postcode.objects.create(postcode="SS14 2BB", latitude=51.571, longitude=0.489, **where)
    return made


def answered(browser, address, **asked):
    """What is written there, unfolded, without what is new in each answer."""
    answer = browser.get(address, asked)
    assert answer.status_code == 200, address
    text = unescape(answer.content.decode().replace("\r\n ", ""))
    return re.sub(r'"([A-Za-z0-9]{32,}|[0-9a-f-]{36})"', "", text)


def silent(text, events):
    """Whether neither a place nor an event that is not for everybody is in the text."""
    found = [secret for secret in SECRETS if secret in text]
    found += [one for one in UNTOLD if one in text or events[one].slug in text]
    assert not found, found
    return True


@pytest.mark.parametrize("feed", FEEDS)
def test_no_feed_no_map_and_no_search_tells_more_than_the_town(town, events, feed):
    name, given, asked, with_town = FEEDS[feed]
    page = change_page(by=town.caller, visibility="public", words="", why="")
    group = events["Open house"].group
    known = {"group": group.slug, "host": page.code, "area": town.marshfield.pk}
    address = reverse(name, args=[known.get(one, one) for one in given])
    asked = {key: known.get(one, one) for key, one in asked.items()}
    for viewer in VIEWERS:
        browser = town.client_for(viewer)
        before = answered(browser, address, **asked)
        assert "Open house" in before, viewer
        assert "Open call" in before, viewer
        assert ("Riverside (SS14)" in before) is with_town, viewer
        assert silent(before, events), viewer
        _move_unseen(events["Open house"], 51.581, 0.493)
        assert answered(browser, address, **asked) == before, viewer
        _move_unseen(events["Open house"], 51.57634, 0.48712)


@pytest.mark.parametrize("name", ["page", "file"])
def test_nor_do_an_events_own_page_and_file(town, events, name):
    """The page has schema.org's words, too. Whoever has its link sees what is told by its link."""
    for viewer in VIEWERS:
        browser = town.client_for(viewer)
        for title in ("Open house", "Open call", "Full house"):
            text = answered(browser, reverse(f"events:{name}", args=[events[title].slug]))
            assert "Riverside" in text or title == "Open call", (viewer, title)
            assert silent(text, events), (viewer, title)
        by_link = reverse(f"events:{name}", args=[events["For whoever has the link"].slug])
        text = answered(browser, by_link)
        assert not [secret for secret in SECRETS if secret in text], viewer
        for title in ("Not looked at yet", "Not approved", "Taken down"):
            hidden = reverse(f"events:{name}", args=[events[title].slug])
            assert browser.get(hidden).status_code == 404, (viewer, title)


def test_who_comes_is_told_where(town, events):
    comes(events["Open house"], town.outsider)
    text = answered(
        town.client_for("outsider"), reverse("events:file", args=[events["Open house"].slug])
    )
    for told in (HALL.name, HALL.address, HALL.postcode, HALL.directions):
        assert told in text


def _move_unseen(event, latitude, longitude):
    """Put the exact place elsewhere behind everything else's back: nobody may notice.

    The other events stay where they are, so that a map drawn from exact places would change.
    """
    there = Place.objects.filter(event=event)
    there.update(latitude=latitude, longitude=longitude, address="9 Other Road")
