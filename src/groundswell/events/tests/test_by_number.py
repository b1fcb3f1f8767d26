"""Whoever counts up the numbers of events learns nothing of those that are not for everybody."""

import pytest
from django.urls import reverse

from groundswell.events.models import Event
from groundswell.events.tests.making import published


@pytest.mark.parametrize(
    "hidden",
    [{"visibility": Event.Visibility.LINK}, {"state": "waiting"}, {"state": "refused"}],
    ids=str,
)
def test_neither_a_report_nor_a_link_of_ones_own_tells_what_is_not_for_everybody(town, hidden):
    event = published(town, title="Kitchen table", words="At our flat")
    Event.objects.filter(pk=event.pk).update(**hidden)
    report = reverse("moderation:new", args=["event", event.pk])
    share = reverse("sharing:share", args=["event", event.pk])
    for role in ("anonymous", "supporter"):
        browser = town.client_for(role)
        assert browser.get(report).status_code == 404
        assert browser.post(report, {"reason": "spam"}).status_code == 404
        answer = browser.post(share)
        assert answer.status_code in (302, 404)
        assert event.slug not in answer.headers.get("Location", "")
    assert town.client_for("caller").get(report).status_code == 200, "its host sees it"


def test_who_has_the_link_reports_and_passes_on(town):
    event = published(town, title="Kitchen table", visibility=Event.Visibility.LINK)
    browser = town.client_for("supporter")
    page = browser.get(reverse("events:page", args=[event.slug])).content.decode()
    for view in ("moderation:new", "sharing:share"):
        path = reverse(view, args=["event", event.pk])
        mark = "?shown=" + page.split(f"{path}?shown=")[1].split('"')[0]
        answer = browser.post(path + mark, {"reason": "spam"})
        assert answer.status_code in (200, 302)
    assert event.slug in answer.headers["Location"]
