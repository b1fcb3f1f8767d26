"""Finding events: near, on a day, of a kind, most useful; and what a search never tells."""

from datetime import timedelta

import pytest
from django.urls import reverse

from groundswell.common import clock
from groundswell.common.postcode import tidy
from groundswell.events.commands import PlacePlan
from groundswell.events.models import Event, RoleNeeded
from groundswell.events.tests.making import ADDRESS, comes, in_days, people, published
from groundswell.places.models import Postcode

FAR = PlacePlan(town="Hillbury", name="Hall", address="2 Far Road", postcode="CM1 1AA")


@pytest.fixture
def far(town):
    return Postcode.objects.create(
        postcode="CM1 1AA",
        latitude=51.73,
        longitude=0.47,
        constituency=town.hillbury,
        source="test",
    )


def found(browser, page="events:list", **asked):
    answer = browser.get(reverse(page), asked)
    assert answer.status_code == 200
    return [one.event.title for one in answer.context["found"]]


@pytest.mark.usefixtures("far")
def test_the_nearest_comes_first_and_what_is_too_far_is_left_out(town, client):
    published(town, by=town.headquarters, title="Far and soon", starts_at=in_days(1), place=FAR)
    published(town, title="Near and later", starts_at=in_days(5))
    assert found(client) == ["Far and soon", "Near and later"]
    assert found(client, postcode="ss141aa") == ["Near and later", "Far and soon"]
    assert found(client, postcode="SS14 1AA", km="5") == ["Near and later"]


def test_days_and_kinds_narrow_what_is_found(town, client):
    published(town, title="Stall", kind=Event.Kind.STREET_STALL, starts_at=in_days(2))
    published(town, title="Canvass", starts_at=in_days(9))
    assert found(client, kind="street_stall") == ["Stall"]
    day = (clock.today() + timedelta(days=9)).isoformat()
    assert found(client, first=day) == ["Canvass"]
    assert found(client, first=day, last=day, kind="street_stall") == []


def test_an_unknown_postcode_is_said_and_what_was_typed_stays(town, client):
    published(town)
    answer = client.get(reverse("events:list"), {"postcode": "ZZ99 9ZZ"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "do not know this postcode" in page
    assert tidy("ZZ99 9ZZ") in page


def test_what_is_shared_by_link_alone_is_found_by_nobody_but_who_signed_up(town, client):
    event = published(town, title="Kitchen table", visibility=Event.Visibility.LINK)
    assert found(client) == []
    comes(event, town.supporter)
    assert found(town.client_for("supporter")) == ["Kitchen table"]


def test_whoever_looks_never_learns_the_exact_place(town, client):
    event = published(town)
    comes(event, town.supporter)
    for browser in (client, town.client_for("caller"), town.client_for("supporter")):
        page = browser.get(reverse("events:list"), {"postcode": "SS14 1AA"}).content.decode()
        assert ADDRESS not in page
        assert "51.576" not in page
        assert event.title in page


def test_what_lacks_somebody_tomorrow_comes_first_and_full_events_are_no_use(town, client):
    full = published(town, title="Full", starts_at=in_days(1), capacity=1)
    comes(full, people(1)[0])
    nearly = published(town, title="Nearly full", starts_at=in_days(1), capacity=10)
    for person in people(9, begin=1):
        comes(nearly, person)
    short = published(town, title="No driver", starts_at=in_days(1), capacity=10)
    RoleNeeded.objects.create(event=short, name="Driver")
    published(town, title="Next week", starts_at=in_days(7))
    assert found(client, page="events:useful") == ["No driver", "Nearly full"]


def test_the_map_says_the_same_as_the_list(town, client):
    event = published(town)
    page = client.get(reverse("events:list")).content.decode()
    assert f'href="#event-{event.pk}"' in page
    assert f'id="event-{event.pk}"' in page
    assert 'role="group"' in page
