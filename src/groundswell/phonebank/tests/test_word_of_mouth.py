"""Following a link: counted without a person, carried to the form, and told up the tree."""

import pytest
from django.test import Client
from django.urls import reverse

from groundswell.members.models import Member
from groundswell.outreach.models import Effort
from groundswell.sharing.commands import note_came_through, share
from groundswell.sharing.models import Arrival, ShareLink, Visits
from groundswell.sharing.queries import set_going
from tests.phone_bank import open_phone_bank

BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}


@pytest.fixture
def effort(town):
    return open_phone_bank(town, households=[1] * 40, joining=Effort.Joining.LINK)


def follow(link, **headers):
    return Client().get(
        reverse("sharing:follow", args=[link.code]), headers=headers or BROWSER, follow=True
    )


def join(name, via):
    """Somebody new follows the link and starts calling."""
    browser = Client()
    page = browser.get(reverse("sharing:follow", args=[via.code]), headers=BROWSER, follow=True)
    assert f'name="via" value="{via.code}"' in page.content.decode()
    told = {"name": name, "email": f"{name}@example.org", "agree": "on", "via": via.code}
    address = page.redirect_chain[-1][0].split("?")[0]
    assert browser.post(address, told).status_code == 302
    return Member.objects.get(email=f"{name}@example.org")


def test_a_stranger_follows_a_link_and_nothing_is_set_but_what_the_form_needs(town, effort):
    link = share(by=town.caller, kind="phone_bank", id=effort.pk)
    first = Client().get(reverse("sharing:follow", args=[link.code]), headers=BROWSER)
    assert first.status_code == 302
    assert not first.cookies
    landed = follow(link)
    assert set(landed.cookies) <= {"csrftoken"}
    assert "<form" in landed.content.decode()
    assert Visits.objects.get(link=link).count == 2


@pytest.mark.parametrize(
    "agent",
    [
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "WhatsApp/2.23.20.0",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "",
    ],
)
def test_a_programme_gets_the_preview_and_is_not_counted(town, effort, agent):
    link = share(by=town.caller, kind="phone_bank", id=effort.pk)
    page = follow(link, **{"User-Agent": agent})
    assert 'property="og:image"' in page.content.decode()
    assert not Visits.objects.exists()


def test_three_generations_are_told_to_the_first_and_to_nobody_above_their_own(town, effort):
    first = share(by=town.caller, kind="phone_bank", id=effort.pk)
    nia = join("nia", first)
    second = share(by=nia, kind="phone_bank", id=effort.pk)
    omar = join("omar", second)
    third = share(by=omar, kind="phone_bank", id=effort.pk)
    join("pia", third)
    assert [link.generation for link in (first, second, third)] == [0, 1, 2]
    assert (second.parent, third.parent) == (first, second)
    told = set_going(town.caller)
    assert (told.people, told.direct, told.sharers) == (3, 1, 2)
    assert told.things == {"phone_bank": 1}
    assert set_going(nia).people == 2
    assert set_going(town.organiser).people == 0


def test_nobody_comes_through_a_link_of_their_own_or_beneath_their_own(town, effort):
    first = share(by=town.caller, kind="phone_bank", id=effort.pk)
    nia = join("nia", first)
    second = share(by=nia, kind="phone_bank", id=effort.pk)
    for link in (first, second):
        note_came_through(member=town.caller, via=link.code, action="rsvp", subject=("event", 7))
    assert not Arrival.objects.filter(sharer__member=town.caller).exists()


def test_a_repeat_an_unknown_code_and_an_unknown_deed_change_nothing(town, effort):
    link = share(by=town.caller, kind="phone_bank", id=effort.pk)
    assert share(by=town.caller, kind="phone_bank", id=effort.pk) == link
    for via, action in (
        (link.code, "rsvp"),
        (f" {link.code.upper()} ", "rsvp"),
        ("nonesuch", "rsvp"),
    ):
        note_came_through(member=town.supporter, via=via, action=action, subject=("event", 7))
    note_came_through(member=town.supporter, via=link.code, action="danced", subject=("event", 7))
    note_came_through(member=town.supporter, via="", action="rsvp", subject=("event", 8))
    assert Arrival.objects.count() == 1
    assert ShareLink.objects.count() == 1


def test_a_link_to_what_nobody_may_see_any_more_leads_nowhere(town, effort):
    link = share(by=town.caller, kind="phone_bank", id=effort.pk)
    Effort.objects.filter(pk=effort.pk).update(state=Effort.State.CLOSED)
    assert follow(link).status_code == 404
    assert not Visits.objects.exists()
