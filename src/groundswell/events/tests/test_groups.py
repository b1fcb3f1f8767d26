"""A group's events: label, imprint, and for independent ones nobody of the campaign."""

import pytest
from django.core import mail as outbox
from django.test import Client
from django.urls import reverse

from groundswell.common import mail
from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.events.commands import approve_event, host_event, write_what_is_waiting
from groundswell.events.models import Event
from groundswell.events.queries import events_to_look_over, judges_of, level_decided, runs
from groundswell.events.tests.making import comes, plan, seated_postcode
from groundswell.groups.commands import GroupPlan, join, start_group
from groundswell.groups.models import Group
from groundswell.moderation.registry import content
from groundswell.profiles.registry import belongings
from tests.phone_bank import open_phone_bank

pytestmark = pytest.mark.django_db
IMPRINT = "Promoted by Bob Price, 3 Mill Lane, Marshfield"


@pytest.fixture
def independent(town):
    """Bob's group, in which Sue is."""
    plan_of_group = GroupPlan(name="Friends of the Mill", kind="independent", imprint=IMPRINT)
    group = start_group(by=town.caller, plan=plan_of_group)
    join(by=town.supporter, group=group)
    return group


def _hosted(town, group, **changed):
    seated_postcode(town)
    return host_event(by=town.supporter, plan=plan(group=group, **changed), key=uuid7())


def test_an_independent_group_decides_on_its_own_events_and_hosts(town, independent):
    event = _hosted(town, independent)
    assert event.state == Event.State.WAITING
    assert list(judges_of(event)) == [town.caller]
    for staff in (town.organiser, town.headquarters, town.agent):
        assert event not in events_to_look_over(staff)
        assert not runs(staff, event)
        with pytest.raises(NotFound):
            approve_event(by=staff, event=event)
    approve_event(by=town.caller, event=event)
    assert level_decided(town.supporter, independent) == "approved"
    assert level_decided(town.supporter) == "host"  # what the campaign thinks is its own affair
    for page in ("people", "move", "door"):
        browser = town.client_for("organiser")
        assert browser.get(reverse(f"events:{page}", args=[event.slug])).status_code == 404


def test_label_and_imprint_of_the_group_are_on_the_page_and_in_the_mail(town, independent):
    event = _hosted(town, independent)
    approve_event(by=town.caller, event=event)
    page = Client().get(reverse("events:page", args=[event.slug])).content.decode()
    assert IMPRINT in page
    assert "Independent group" in page
    comes(event, town.vetted)
    write_what_is_waiting()
    mail.send_what_is_due()
    (sent,) = [one for one in outbox.outbox if one.to == [town.vetted.email]]
    assert IMPRINT in sent.body


def test_only_who_is_in_a_group_hosts_for_it_and_none_ties_it_to_the_register(town, independent):
    seated_postcode(town)
    with pytest.raises(Refused):
        host_event(by=town.vetted, plan=plan(group=independent), key=uuid7())
    effort = open_phone_bank(town, households=[1])
    join(by=town.organiser, group=independent)
    with pytest.raises(Refused):
        host_event(by=town.organiser, plan=plan(group=independent, effort=effort), key=uuid7())


def test_a_campaign_group_s_admin_and_the_organiser_both_answer_for_its_events(town):
    group = start_group(by=town.vetted, plan=GroupPlan(name="Riverside", kind="campaign"))
    join(by=town.supporter, group=group)
    event = _hosted(town, group)
    assert runs(town.vetted, event)
    assert runs(town.organiser, event)
    assert not runs(town.caller, event)


def test_an_event_is_reported_to_those_who_answer_for_it(town, independent):
    event = _hosted(town, independent)
    kind = content("event")
    assert kind is not None
    described = kind.describe(event.pk)
    assert described is not None
    assert (described.where, described.independent) == (independent.name, True)
    assert list(kind.judges(event.pk)) == [town.caller]


def test_leaving_gives_seats_back_cancels_what_was_hosted_and_leaves_nothing(town):
    event = _hosted(town, None, capacity=1)
    approve_event(by=town.organiser, event=event)
    other = host_event(by=town.organiser, plan=plan(title="Other", capacity=1), key=uuid7())
    comes(other, town.supporter)
    waiting = comes(other, town.vetted)
    mine = next(one for one in belongings() if one.name == "events")
    seat, hosted, trusted = mine.export(town.supporter)
    assert (seat["Event"], hosted["Event"]) == (other.title, event.title)
    assert event.title in str(trusted["Reason"])
    assert mine.leave(town.supporter) > 0
    event.refresh_from_db()
    waiting.refresh_from_db()
    assert (event.state, event.host, waiting.state) == ("cancelled", None, "coming")
    assert list(mine.export(town.supporter)) == []
    assert Group.objects.count() == 0
