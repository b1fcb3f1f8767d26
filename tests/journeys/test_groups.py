"""Starting a group: from a stranger's telephone to the first mail that it brings."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from groundswell.common import clock
from groundswell.common.models import OutgoingMail
from groundswell.groups.commands import choose_digest, send_due_digests
from groundswell.groups.models import Group
from groundswell.members.models import Member
from tests.browsers import DESK, PHONE
from tests.town import Town, build_town

IMPRINT = "Promoted by Nia Rees, 4 Mill Lane, Marshfield SS15 2BB"
LABEL = "Independent group: not run by the campaign"


def test_somebody_new_starts_a_group_another_joins_and_they_talk(open_page, town, signed_in_as):
    """No account, no permission: a group, its first post, a second member, a goal, the mail."""
    nia, bob = open_page(**PHONE), open_page(**DESK)
    start_as_newcomer(nia)
    address = nia.url
    nia.get_by_role("link", name="Write the first post").click()
    write(nia, "Who has a spade?", "We meet on **Sunday** at ten.")
    expect(nia.locator(".written strong")).to_have_text("Sunday")

    join(bob, address, town.caller, signed_in_as)
    bob.get_by_role("link", name="Who has a spade?").click()
    bob.get_by_label("Your reply").fill("I have two.")
    bob.get_by_role("button", name="Reply").click()
    expect(bob.get_by_text("I have two.")).to_be_visible()

    set_goal(nia, address)
    bob.goto(f"{address}goal/")
    bob.get_by_label("How many did you do?").fill("12")
    bob.get_by_role("button", name="Add").click()
    expect(bob.get_by_text("12 of 50 done").first).to_be_visible()

    owner = Member.objects.get(email="nia@example.org")
    told = the_mail_of(owner, Group.objects.get(name="Spring Gardens"))
    assert "I have two." in told.body
    assert "Who has a spade?" in told.subject


def test_an_independent_group_keeps_the_campaign_out(open_page, town, signed_in_as):
    """Its label and imprint are on each page; headquarters finds a page and nothing within."""
    olive, hana = open_page(**PHONE), open_page(**DESK)
    signed_in_as(olive, town.outsider)
    olive.goto("/groups/new/")
    olive.get_by_label("What is the group called?").fill("Walkers")
    imprint = olive.get_by_label("Your imprint")
    expect(imprint).to_be_hidden()
    olive.get_by_text("Independent: it is ours").click()
    olive.get_by_role("button", name="Start the group").click()
    expect(olive.get_by_role("alert").first).to_contain_text("a name and an address")
    imprint.fill(IMPRINT)
    olive.get_by_role("button", name="Start the group").click()
    olive.wait_for_url(re.compile(r"/g/walkers/$"))
    for page in ("", "files/", "members/", "goal/", "mail/", "change/", "write/"):
        olive.goto(f"/g/walkers/{page}")
        expect(olive.get_by_text(LABEL)).to_be_visible()
        expect(olive.locator("footer .imprint")).to_have_text(IMPRINT)

    signed_in_as(hana, town.headquarters)
    hana.goto("/g/walkers/")
    expect(hana.get_by_text(LABEL)).to_be_visible()
    expect(hana.get_by_role("link", name="Members", exact=True)).to_have_count(0)
    for page in ("files/", "members/", "change/"):
        assert hana.request.get(f"/g/walkers/{page}").status == 404


def test_what_was_reported_is_hidden_decided_and_appealed(open_page, town, signed_in_as):
    """Sue reports, Vic takes it down, Bob appeals, Alice turns it round; each step has its time."""
    vic, bob, sue, alice = (open_page(**PHONE) for _page in range(4))
    signed_in_as(vic, town.vetted)
    vic.goto("/groups/new/")
    vic.get_by_label("What is the group called?").fill("Gardeners")
    vic.get_by_role("button", name="Start the group").click()
    vic.wait_for_url(re.compile(r"/g/gardeners/$"))
    address = vic.url
    join(bob, address, town.caller, signed_in_as)
    bob.get_by_role("link", name="Write the first post").click()
    write(bob, "Slugs", "They must go.")
    join(sue, address, town.supporter, signed_in_as)
    sue.get_by_role("link", name="Slugs").click()
    sue.locator("article").get_by_role("link", name="Report").click()
    sue.get_by_text("It is advertising").click()
    sue.get_by_role("button", name="Send the report").click()
    expect(sue.get_by_text("It is looked at until")).to_be_visible()

    vic.goto("/moderation/")
    vic.get_by_role("link", name="It is advertising").click()
    vic.get_by_text("Take it down", exact=True).click()
    vic.get_by_label("Why?").fill("It sells slug poison.")
    vic.get_by_role("button", name="Decide", exact=True).click()
    expect(vic.get_by_text("Decided. Both sides are told")).to_be_visible()
    sue.goto(address)
    expect(sue.get_by_role("link", name="Slugs")).to_have_count(0)

    bob.goto("/moderation/")
    bob.get_by_role("link", name="Slugs").click()
    bob.get_by_role("link", name="Appeal against this").click()
    bob.get_by_label("Why is the decision wrong?").fill("I sell nothing.")
    bob.get_by_role("button", name="Appeal", exact=True).click()
    expect(bob.get_by_text("Somebody who did not decide looks again.")).to_be_visible()

    signed_in_as(alice, town.organiser)
    alice.goto("/moderation/")
    alice.get_by_role("link", name="An appeal").click()
    alice.get_by_text("Turn the decision round").click()
    alice.get_by_label("Why?").fill("He sells nothing.")
    alice.get_by_role("button", name="Answer", exact=True).click()
    sue.goto(address)
    expect(sue.get_by_role("link", name="Slugs")).to_be_visible()


def start_as_newcomer(page: Page) -> None:
    page.goto("/groups/")
    page.get_by_role("link", name="Start a group").first.click()
    page.get_by_label("Your name").fill("Nia Rees")
    page.get_by_label("Your e-mail address").fill("nia@example.org")
    page.get_by_label("What is the group called?").fill("Spring Gardens")
    page.get_by_role("button", name="Start the group").click()
    page.wait_for_url(re.compile(r"/g/spring-gardens/$"))


def write(page: Page, title: str, words: str) -> None:
    page.get_by_label("What is it about?").fill(title)
    page.get_by_label("What do you want to say?").fill(words)
    page.get_by_role("button", name="Post it").click()
    expect(page.get_by_role("heading", name=title)).to_be_visible()


def join(page: Page, address: str, member: Member, signed_in_as) -> None:
    signed_in_as(page, member)
    page.goto(address)
    page.get_by_role("link", name="Join").click()
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_text("You are in. Say hello.")).to_be_visible()


def set_goal(page: Page, address: str) -> None:
    page.goto(f"{address}goal/")
    page.get_by_label("How many?").fill("50")
    page.get_by_text("Something we count ourselves").click()
    page.get_by_label("What do you count yourselves?").fill("leaflets")
    page.get_by_role("button", name="That is our goal").click()
    expect(page.get_by_role("heading", name="Our goal: 50 leaflets")).to_be_visible()


def the_mail_of(member: Member, group: Group) -> OutgoingMail:
    """The digest of what was written, at once but for the minutes of grace."""
    choose_digest(by=member, group=group, rate="at_once")
    with clock.set_to(clock.now() + timedelta(minutes=5)):
        send_due_digests()
    return OutgoingMail.objects.get(to=member.email, subject__startswith="Spring Gardens")


@pytest.fixture
def town(transactional_db: None) -> Town:
    """The town's people."""
    return build_town()
