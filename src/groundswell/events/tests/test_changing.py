"""Changing what an event is: no way round what could not have been hosted so."""

from datetime import timedelta

import pytest

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.events.commands import PlacePlan, change_event
from groundswell.events.models import Event
from groundswell.events.tests.making import plan, published

pytestmark = pytest.mark.django_db
LINKS = "See https://example.com and https://example.org"


def test_links_that_a_new_account_may_not_post_are_not_written_in_afterwards(town):
    _joined(town.caller, days_ago=1)
    event = published(town, words="Tea.")
    with pytest.raises(Refused, match="At most 1 link"):
        change_event(by=town.caller, event=event, plan=plan(words=LINKS))
    change_event(by=town.caller, event=event, plan=plan(words="Tea and cake."))
    _joined(town.caller, days_ago=90)
    for _more in range(2):
        published(town)
    change_event(by=town.caller, event=event, plan=plan(words=LINKS))
    event.refresh_from_db()
    assert event.words == LINKS


def test_an_event_becomes_of_no_kind_for_which_it_has_no_place(town):
    event = published(town)
    with pytest.raises(Refused, match="link of the meeting"):
        change_event(by=town.caller, event=event, plan=plan(kind=Event.Kind.ONLINE))
    change_event(by=town.caller, event=event, plan=plan(kind=Event.Kind.STREET_STALL))
    event.refresh_from_db()
    assert event.kind == Event.Kind.STREET_STALL
    call = published(
        town, kind=Event.Kind.ONLINE, place=PlacePlan(online_url="https://meet.example/tea")
    )
    with pytest.raises(Refused, match="Say where it is"):
        change_event(by=town.caller, event=call, plan=plan(kind=Event.Kind.HOUSE_MEETING))


def _joined(member, *, days_ago):
    member.joined_at = clock.now() - timedelta(days=days_ago)
    member.save()
