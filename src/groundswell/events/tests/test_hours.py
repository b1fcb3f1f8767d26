"""The hours of events: each is told once, by the shift or by the doors and calls made in it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.events.commands import approve_event, host_event, mark
from groundswell.events.models import Event, SignUp
from groundswell.events.tests.making import HALL, comes, plan, published, seated_postcode
from groundswell.groups.tests.people import independent_group
from groundswell.profiles.registry import deeds
from tests.phone_bank import open_phone_bank

pytestmark = pytest.mark.django_db
TWO_HOURS = 7200


def told(event: Event, guest):
    """What is counted of the event for whoever came and for its host: times, seconds."""
    sign_up, host = comes(event, guest), event.host
    assert host is not None
    with clock.set_to(event.ends_at + timedelta(minutes=1)):
        mark(by=host, event=event, sign_up_id=sign_up.pk, state=SignUp.State.CAME)
        kinds = {one.name: one for one in deeds()}
        figures = kinds["events"].counts(guest), kinds["events_hosted"].counts(host)
    return [(one.count, one.seconds) for one in figures]


@pytest.mark.parametrize("kind", Event.Kind.values)
def test_doors_and_calls_tell_the_hours_where_there_are_any_and_else_the_shift(town, kind):
    seconds = 0 if kind in ("canvass", "phone_bank") else TWO_HOURS
    where = replace(HALL, online_url="https://meet.example/tea")
    event = published(town, kind=kind, place=where)
    assert told(event, town.supporter) == [(1, seconds), (1, seconds)]


def test_whatever_opens_a_phone_bank_has_its_hours_told_by_the_calls(town):
    effort = open_phone_bank(town, households=[1])
    event = published(town, by=town.organiser, kind="training", effort=effort)
    assert told(event, town.supporter) == [(1, 0), (1, 0)]


def test_an_independent_groups_canvass_has_no_doors_here_and_tells_its_own_hours(town):
    group = independent_group(town.outsider)
    seated_postcode(town)
    event = host_event(by=town.outsider, plan=plan(group=group), key=uuid7())
    approve_event(by=town.outsider, event=event)
    assert told(event, town.supporter) == [(1, TWO_HOURS), (1, TWO_HOURS)]
