"""Who answers for an event's pages: the campaign for its own, an independent group for its own."""

import pytest
from django.test import Client
from django.urls import reverse

from groundswell.common.ids import uuid7
from groundswell.events.commands import approve_event, host_event
from groundswell.events.tests.making import comes, plan, published, seated_postcode
from groundswell.groups.tests.people import (
    IMPRINT,
    browser_of,
    campaign_group,
    independent_group,
    somebody,
)
from groundswell.look.organisation import organisation

pytestmark = pytest.mark.django_db
OURS = "Promoted by Agent Smith, 1 High Street, Marshfield"
LABEL = "Independent group: not run by the campaign"
HOSTS = ("people", "change", "move", "cancel", "shifts", "reminders", "door")


@pytest.fixture(autouse=True)
def _our_imprint(settings):
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"imprint": OURS})
    organisation.cache_clear()
    yield
    organisation.cache_clear()


def read(browser, name, *given):
    answer = browser.get(reverse(f"events:{name}", args=given))
    assert answer.status_code == 200, name
    return answer.content.decode()


def pages_of(event):
    """Every page of the event by name, for whoever passes by, comes, hosts or decides."""
    host, guest = browser_of(event.host), somebody("Gwen")
    code = comes(event, guest).code
    shown = {f"host {name}": read(host, name, event.slug) for name in HOSTS}
    shown["a stranger"] = read(Client(), "page", event.slug)
    shown["a guest"] = read(browser_of(guest), "page", event.slug)
    shown["the place"] = read(Client(), "ticket", code)
    shown["how it was"] = read(Client(), "how_was_it", code, 4)
    shown["at the door"] = read(host, "here", code)
    sent = {"name": "Gwen", "email": guest.email, "key": uuid7(), "shift": event.shifts.get().pk}
    answer = Client().post(reverse("events:page", args=[event.slug]), sent)
    assert "There is an account" in answer.content.decode()
    return shown | {"look in your mail": answer.content.decode()}


def footer(page):
    return page.partition('<footer class="foot">')[2]


def test_an_independent_groups_events_carry_its_own_label_and_imprint_alone(town):
    host = somebody("Ann")
    seated_postcode(town)
    mill = independent_group(host)
    event = approve_event(by=host, event=host_event(by=host, plan=plan(group=mill), key=uuid7()))
    pages = pages_of(event)
    decides = browser_of(host).get(reverse("events:host", args=[host.pk]), {"group": mill.slug})
    for name, page in (pages | {"its hosts": decides.content.decode()}).items():
        assert IMPRINT in footer(page), name
        assert OURS not in page, name
        assert LABEL in page, name


@pytest.mark.parametrize("in_group", [False, True])
def test_the_campaigns_events_carry_the_campaigns(town, in_group):
    independent_group(town.outsider, somebody("Ann"))
    group = campaign_group(town.caller) if in_group else None
    for name, page in pages_of(published(town, group=group)).items():
        assert OURS in footer(page), name
        assert IMPRINT not in page, name
        assert LABEL not in page, name
        assert ("Group of the campaign" in page) is in_group, name
