"""From a group's page to an event of the group: for those who may host for it, and nobody else."""

import pytest
from django.test import Client
from django.urls import reverse

from groundswell.common.ids import uuid7
from groundswell.events.commands import set_host_level
from groundswell.events.models import Event
from groundswell.events.tests.making import in_days, published, seated_postcode
from groundswell.groups.commands import close_group
from groundswell.groups.tests.people import browser_of, campaign_group, independent_group

pytestmark = pytest.mark.django_db
LABEL = "Host an event for this group"


def offered(browser, group):
    """The address to which the group's page leads for another event, if to any."""
    page = browser.get(reverse("groups:page", args=[group.slug])).content.decode()
    return f'href="{to_host(group)}">{LABEL}<' in page


def to_host(group):
    return f"{reverse('events:new')}?group={group.slug}"


def sent(group, form=None):
    day = in_days(3)
    return {
        "key": form["key"].value() if form else uuid7(),
        "group": group.pk,
        "kind": "house_meeting",
        "day": day.date().isoformat(),
        "begins": "18:00",
        "ends": "20:00",
        "name": "At ours",
        "address": "14 Larch Close",
        "guests_allowed": "2",
        "visibility": "public",
    }


@pytest.mark.parametrize("make", [campaign_group, independent_group])
def test_who_is_in_the_group_is_led_to_an_event_of_the_group(town, make):
    group = make(town.outsider, town.supporter)
    browser = town.client_for("supporter")
    assert offered(browser, group)
    form = browser.get(to_host(group)).context["form"]
    assert form["group"].value() == group.pk
    answer = browser.post(to_host(group), sent(group, form))
    assert answer.status_code == 302
    assert Event.objects.get().group == group


@pytest.mark.parametrize("make", [campaign_group, independent_group])
def test_nobody_else_is_and_typing_the_address_does_not_help(town, make):
    group = make(town.outsider)
    assert not offered(Client(), group)
    assert Client().get(to_host(group)).status_code == 302
    for role in ("supporter", "organiser", "headquarters"):
        browser = town.client_for(role)
        assert not offered(browser, group), role
        page = browser.get(to_host(group))
        assert "group" not in page.context["form"].fields, role
        assert page.context["group"] is None, role
        browser.post(to_host(group), sent(group))
    assert not Event.objects.filter(group=group).exists()


def test_a_closed_group_and_a_stopped_host_have_no_more_events(town):
    seated_postcode(town)
    group = campaign_group(town.outsider, town.caller)
    published(town, by=town.caller)
    assert offered(town.client_for("caller"), group)
    set_host_level(by=town.organiser, member=town.caller, level="stopped", reason="No.")
    assert not offered(town.client_for("caller"), group)
    assert offered(browser_of(town.outsider), group)
    close_group(by=town.outsider, group=group)
    assert not offered(browser_of(town.outsider), group)


def test_what_is_said_of_approval_is_true_of_the_group_at_hand(town):
    group = independent_group(town.outsider, town.headquarters)
    admin = town.client_for("outsider").get(to_host(group))
    guest = town.client_for("headquarters").get(to_host(group))
    assert (admin.context["level"], guest.context["level"]) == ("trusted", "host")
    assert "Your first event for Walkers" in guest.content.decode()
    assert "Your first event for Walkers" not in admin.content.decode()
