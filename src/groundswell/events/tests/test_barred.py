"""Who is barred comes to nothing, sees nothing of where it is, and hosts nothing unseen."""

import pytest
from django.test import Client
from django.urls import reverse

from groundswell.events.models import Event, SignUp
from groundswell.events.queries import events_to_look_over
from groundswell.events.tests.making import ADDRESS, comes, people, published
from groundswell.members.commands import bar

pytestmark = pytest.mark.django_db


def test_a_place_goes_to_who_waits_and_its_link_leads_nowhere(
    town, django_capture_on_commit_callbacks
):
    event = published(town, capacity=1)
    one, other = people(2)
    place, line = comes(event, one), comes(event, other)
    link = reverse("events:ticket", args=[place.code])
    assert ADDRESS in Client().get(link).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        bar(by=None, member=one, reason="Threats.")
    line.refresh_from_db()
    assert line.state == SignUp.State.COMING
    told = {"offers": "yes", "seats": 1, "from_where": "Here", "contact": "07700 900111"}
    for answer in (
        Client().get(link),
        Client().post(reverse("events:lift", args=[place.code]), {"act": "tell", **told}),
        Client().post(reverse("events:act", args=[place.code]), {"act": "cannot_come"}),
        Client().get(reverse("events:here", args=[place.code])),
    ):
        assert answer.status_code == 404
    assert Client().get(reverse("events:ticket", args=[line.code])).status_code == 200


def test_what_they_host_is_looked_over_anew(town, django_capture_on_commit_callbacks):
    event = published(town)
    assert not events_to_look_over(town.organiser).filter(pk=event.pk).exists()
    with django_capture_on_commit_callbacks(execute=True):
        bar(by=None, member=town.caller, reason="Threats.")
    assert events_to_look_over(town.organiser).filter(pk=event.pk).exists()
    assert Event.objects.get(pk=event.pk).state == Event.State.PUBLISHED
