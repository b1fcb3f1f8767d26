"""An independent group's events: theirs to know of; neither side's mails speak for the other."""

from datetime import timedelta
from typing import Any

import pytest

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.common.ids import uuid7
from groundswell.events.commands import (
    approve_event,
    ask_about_lift,
    host_event,
    mark,
    tell_of_lift,
)
from groundswell.events.models import SignUp
from groundswell.events.queries.lifts import lifts_seen_from
from groundswell.events.queries.record import doers, people_hosting
from groundswell.events.queries.seen import next_one_for
from groundswell.events.tests.making import comes, in_days, people, plan, published, seated_postcode
from groundswell.groups.tests.people import independent_group
from groundswell.moderation.commands import block
from groundswell.profiles.registry import deeds

pytestmark = pytest.mark.django_db


def theirs(town, group, **changed):
    seated_postcode(town)
    event = host_event(by=town.outsider, plan=plan(group=group, **changed), key=uuid7())
    return approve_event(by=town.outsider, event=event)


def test_who_comes_there_is_nothing_that_the_campaigns_mailings_choose_by(town):
    event = theirs(town, independent_group(town.outsider))
    sign_up = comes(event, town.supporter)
    with clock.set_to(event.ends_at + timedelta(minutes=1)):
        mark(by=town.outsider, event=event, sign_up_id=sign_up.pk, state=SignUp.State.CAME)
        assert town.supporter.pk not in doers(event.starts_at)
        assert town.outsider.pk not in people_hosting(event.starts_at)
        ours = {one.name: one.counts(town.supporter).count for one in deeds()}
    assert ours["events"] == 1, "on their own page it counts"


def test_the_thanks_lead_to_the_next_event_of_the_same_side(town):
    group = independent_group(town.outsider)
    event, campaigns = theirs(town, group), published(town)
    assert next_one_for(comes(event, town.supporter)) is None
    assert next_one_for(comes(campaigns, town.vetted)) is None
    again = theirs(town, group, starts_at=in_days(5))
    later = published(town, starts_at=in_days(6))
    assert next_one_for(event.sign_ups.get()) == again
    assert next_one_for(campaigns.sign_ups.get()) == later


def test_nobody_is_offered_a_lift_with_whom_they_blocked(town):
    event = published(town)
    one, other = people(2)
    driver, rider = comes(event, one), comes(event, other)
    lift: dict[str, Any] = {"seats": 1, "from_where": "Vange", "contact": "07700 900001"}
    offer = tell_of_lift(sign_up=driver, offers=True, **lift)
    wish = tell_of_lift(sign_up=rider, offers=False, **lift)

    def offered(sign_up):
        seen = lifts_seen_from(sign_up)
        assert seen is not None
        return [one.lift for one in seen.others]

    assert (offered(driver), offered(rider)) == ([wish], [offer])
    block(by=other, member=one)
    assert (offered(driver), offered(rider)) == ([], [])
    with pytest.raises(NotFound):
        ask_about_lift(sign_up=driver, lift_id=wish.pk)
