"""Host, approved host, trusted host."""

from datetime import timedelta

import pytest
from django.urls import reverse

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.events.commands import (
    approve_event,
    cancel_event,
    host_event,
    look_over,
    refuse_event,
    set_host_level,
)
from groundswell.events.models import Event, HostDecision
from groundswell.events.queries import (
    event_page,
    events_seen_by,
    events_to_look_over,
    level_decided,
    level_of,
)
from groundswell.events.tests.making import in_days, plan, published, seated_postcode

pytestmark = pytest.mark.django_db


def test_a_first_event_waits_and_the_next_one_does_not(town):
    seated_postcode(town)
    first = host_event(by=town.supporter, plan=plan(), key=uuid7())
    assert first.state == Event.State.WAITING
    assert first not in events_seen_by(None)
    with pytest.raises(NotFound):
        event_page(None, first.slug)
    assert event_page(town.supporter, first.slug).runs
    assert first in events_to_look_over(town.organiser)
    assert first not in events_to_look_over(town.organiser_elsewhere)
    with pytest.raises(NotFound):
        approve_event(by=town.organiser_elsewhere, event=first)
    with pytest.raises(NotFound):
        approve_event(by=town.supporter, event=first)
    approve_event(by=town.organiser, event=first)
    assert first in events_seen_by(None)
    assert level_decided(town.supporter) == "approved"
    second = host_event(by=town.supporter, plan=plan(title="Another"), key=uuid7())
    assert second.state == Event.State.PUBLISHED
    assert second in events_to_look_over(town.organiser)
    look_over(by=town.organiser, event=second)
    assert second not in events_to_look_over(town.organiser)


def test_an_organiser_is_trusted_in_their_own_area_and_nowhere_else(town):
    seated_postcode(town)
    there = host_event(by=town.organiser, plan=plan(), key=uuid7())
    elsewhere = host_event(by=town.organiser_elsewhere, plan=plan(), key=uuid7())
    assert (there.state, elsewhere.state) == (Event.State.PUBLISHED, Event.State.WAITING)


def test_an_event_that_is_not_approved_says_why(town):
    seated_postcode(town)
    event = host_event(by=town.supporter, plan=plan(), key=uuid7())
    with pytest.raises(Refused):
        refuse_event(by=town.organiser, event=event, words=" ")
    refuse_event(by=town.organiser, event=event, words="The hall is closed that day.")
    event.refresh_from_db()
    assert (event.state, event.decision_words) == (
        Event.State.REFUSED,
        "The hall is closed that day.",
    )
    assert level_decided(town.supporter) == "host"


def test_levels_are_decided_with_reasons_and_all_of_them_are_kept(town):
    event = published(town, by=town.supporter)
    for by in (town.supporter, town.organiser_elsewhere, town.caller):
        with pytest.raises(NotFound):
            set_host_level(by=by, member=town.supporter, level="trusted", reason="Me.")
    with pytest.raises(Refused):
        set_host_level(by=town.organiser, member=town.supporter, level="trusted", reason="")
    for level, reason in (("trusted", "Three good stalls."), ("stopped", "Sold tickets.")):
        set_host_level(by=town.organiser, member=town.supporter, level=level, reason=reason)
    told = HostDecision.objects.filter(member=town.supporter).order_by("pk")
    assert [one.level for one in told] == ["approved", "trusted", "stopped"]
    assert all(one.reason and one.decided_by == town.organiser for one in told)
    with pytest.raises(Refused):
        host_event(by=town.supporter, plan=plan(), key=uuid7())
    assert level_of(town.supporter, event) == "stopped"
    cancel_event(by=town.supporter, event=event)  # nobody keeps a meeting alive that cannot be held


def test_what_each_level_may_do_is_held_to(town):
    seated_postcode(town)
    with pytest.raises(Refused):
        host_event(by=town.supporter, plan=plan(capacity=31), key=uuid7())
    for number in range(3):
        host_event(by=town.supporter, plan=plan(title=str(number)), key=uuid7())
    with pytest.raises(Refused):
        host_event(by=town.supporter, plan=plan(), key=uuid7())


def test_sent_twice_is_one_event(town):
    key = uuid7()
    assert host_event(by=town.organiser, plan=plan(), key=key) == host_event(
        by=town.organiser, plan=plan(), key=key
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"ends_at": in_days(2) - timedelta(hours=1), "starts_at": in_days(2)},
        {"starts_at": in_days(-2)},
        {"starts_at": in_days(900)},
        {"kind": "online"},
    ],
)
def test_what_nobody_can_come_to_is_refused(town, changed):
    with pytest.raises(Refused):
        host_event(by=town.organiser, plan=plan(**changed), key=uuid7())


def test_the_page_hosts_an_event_from_what_is_asked_first(town):
    seated_postcode(town)
    browser = town.client_for("caller")
    page = browser.get(reverse("events:new"))
    sent = {
        "key": str(uuid7()),
        "kind": "street_stall",
        "day": (clock.today() + timedelta(days=3)).isoformat(),
        "begins": "10:00",
        "ends": "12:00",
        "address": "Town Square",
        "postcode": "ss141aa",
        "guests_allowed": "2",
        "visibility": "public",
    }
    assert page.status_code == 200
    answer = browser.post(reverse("events:new"), sent)
    event = Event.objects.get()
    assert answer["Location"] == reverse("events:people", args=[event.slug])
    assert (event.title, event.town, event.outward) == (
        "Street stall in Riverside",
        "Riverside",
        "SS14",
    )
    assert browser.post(reverse("events:new"), sent | {"ends": ""}).status_code == 422
