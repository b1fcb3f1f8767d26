"""The caller's pages without their script: joining, calling, undoing, stopping."""

import re
from html import unescape

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from groundswell.common.models import OutgoingMail
from groundswell.contact.models import Answer, Attempt, Case, Offer
from groundswell.members.models import Member
from groundswell.outreach.models import Batch, Effort
from tests.phone_bank import open_phone_bank


@pytest.fixture
def effort(town):
    cache.clear()
    return open_phone_bank(town, households=[1] * 12, joining=Effort.Joining.LINK)


def page(name, effort):
    return reverse(f"phonebank:{name}", args=[effort.join_code])


def fields(answer):
    """The hidden fields of the page's form, as a browser would send them."""
    found = re.findall(
        r'<input type="hidden" name="(\w+)" value="([^"]*)"', answer.content.decode()
    )
    first = dict(reversed(found))
    return {name: unescape(first[name]) for name in first if name != "csrfmiddlewaretoken"}


def start(town, effort, role="caller"):
    browser = town.client_for(role)
    answer = browser.post(page("join", effort), {"agree": "on"}, follow=True)
    assert answer.status_code == 200
    return browser, answer


def test_a_newcomer_gives_name_and_address_and_has_the_first_person(effort):
    browser = Client()
    first = browser.get(page("join", effort))
    assert "Your name" in first.content.decode()
    told = {"name": "Nia Newcomer", "email": "Nia@Example.org", "agree": "on"}
    answer = browser.post(page("join", effort), told, follow=True)
    assert answer.redirect_chain[-1][0] == page("call", effort)
    assert 'class="person-name"' in answer.content.decode()
    nia = Member.objects.get(email="nia@example.org")
    assert (nia.standing, nia.branch) == (Member.Standing.SUPPORTER, effort.area)


def test_without_a_tick_nobody_starts(effort):
    answer = Client().post(page("join", effort), {"name": "Nia", "email": "nia@example.org"})
    assert answer.status_code == 422
    assert not Member.objects.filter(email="nia@example.org").exists()


def test_an_address_that_has_an_account_is_sent_a_link_and_nobody_is_signed_in(town, effort):
    browser = Client()
    told = {"name": "Somebody", "email": town.caller.email, "agree": "on"}
    answer = browser.post(page("join", effort), told)
    assert "Look in your e-mail" in answer.content.decode()
    assert "_auth_user_id" not in browser.session
    assert OutgoingMail.objects.filter(to=town.caller.email).count() == 1


def test_a_phone_bank_for_members_sends_strangers_to_sign_in(town):
    effort = open_phone_bank(town, households=[1])
    answer = Client().get(page("join", effort))
    assert answer.headers["Location"].startswith("/accounts/login/?next=/p/")
    answer = town.client_for("supporter").get(page("join", effort))
    assert answer.status_code == 409
    assert "for members" in answer.content.decode()


def test_who_has_agreed_goes_straight_on(town, effort):
    browser, _answer = start(town, effort)
    assert browser.get(page("join", effort)).headers["Location"] == page("call", effort)
    browser.post(page("stop", effort))
    words = browser.get(page("join", effort)).content.decode()
    assert "Welcome back, Bob Price" in words
    assert "data-starts-itself" in words
    assert "data-starts-itself" not in browser.get(page("call", effort)).content.decode()


def test_a_supporter_who_had_their_batch_reads_who_vouches_for_them(town, effort):
    browser, _answer = start(town, effort, "supporter")
    browser.post(page("stop", effort))
    answer = browser.post(page("claim", effort))
    assert answer.status_code == 409
    assert "vouches for you" in answer.content.decode()


def test_a_conversation_by_buttons_alone(town, effort):
    browser, answer = start(town, effort)
    for tapped in ("vote=for", "issue=nhs"):
        sent = fields(answer) | {"answer": tapped}
        answer = browser.post(page("result", effort), sent)
        assert answer.status_code == 200
    elector = fields(answer)["elector"]
    answer = browser.post(
        page("result", effort), fields(answer) | {"answer": "poster=yes"}, follow=True
    )
    assert fields(answer)["elector"] != elector
    said = Answer.objects.filter(constituency=town.marshfield, elector_id=elector)
    assert dict(said.values_list("question", "value")) == {
        "vote": "for",
        "issue": "nhs",
        "poster": "yes",
    }


@pytest.mark.parametrize(
    ("tapped", "detail", "called_back"),
    [
        ({"outcome": "language:Polish"}, "Polish", False),
        ({"outcome": "language", "language": "Tamil"}, "Tamil", False),
        ({"outcome": "call_back:2026-11-24T18:00:00+00:00"}, "", True),
        ({"outcome": "call_back", "call_back_at": "2026-11-24T18:00"}, "", True),
        ({"outcome": "no_answer"}, "", False),
    ],
)
def test_an_outcome_by_one_button(town, effort, tapped, detail, called_back):
    browser, answer = start(town, effort)
    browser.post(page("result", effort), fields(answer) | tapped)
    attempt = Attempt.objects.get(constituency=town.marshfield)
    assert attempt.outcome == tapped["outcome"].split(":")[0]
    assert attempt.detail == detail
    assert (attempt.call_back_at is not None) is called_back


def test_undo_brings_the_same_person_back(town, effort):
    browser, answer = start(town, effort)
    elector = fields(answer)["elector"]
    answer = browser.post(
        page("result", effort), fields(answer) | {"outcome": "no_answer"}, follow=True
    )
    undo = {"id": answer.request["QUERY_STRING"].split("undo=")[1].split("&")[0]}
    undo["batch"] = fields(answer)["batch"]
    answer = browser.post(page("undo", effort), undo, follow=True)
    assert fields(answer)["elector"] == elector


def test_the_same_form_sent_twice_is_one_result(town, effort):
    browser, answer = start(town, effort)
    sent = fields(answer) | {"outcome": "engaged"}
    for _again in range(2):
        assert browser.post(page("result", effort), sent).status_code == 302
    assert Attempt.objects.filter(constituency=town.marshfield).count() == 1


def test_a_page_too_old_to_be_read_says_so(town, effort):
    browser, _answer = start(town, effort)
    answer = browser.post(page("result", effort), {"outcome": "no_answer"})
    assert answer.status_code == 409
    assert "load it again" in answer.content.decode()


def test_stopping_hands_back_the_rest_and_says_thank_you(town, effort):
    browser, answer = start(town, effort)
    browser.post(page("result", effort), fields(answer) | {"outcome": "refused"})
    answer = browser.post(page("stop", effort), follow=True)
    words = answer.content.decode()
    assert "Thank you!" in words
    assert "Next ten" in words
    assert Batch.objects.get(constituency=town.marshfield).state == "handed_back"
    answer = browser.post(page("claim", effort), follow=True)
    assert answer.redirect_chain[-1][0] == page("call", effort)


def test_the_square_to_dial_from_is_of_the_person_in_hand(town, effort):
    browser, _answer = start(town, effort)
    answer = browser.get(page("dial", effort))
    assert answer["Content-Type"] == "image/svg+xml"
    assert "no-store" in answer["Cache-Control"]
    browser.post(page("stop", effort))
    assert browser.get(page("dial", effort)).status_code == 404


def test_what_is_told_beside_a_call_is_ticked_without_a_script_too(town, effort):
    browser, answer = start(town, effort)
    ticked = {"said": ["issue", "poster"], "said.issue": "Buses at night", "outcome": "no_answer"}
    for _again in range(2):
        browser.post(page("result", effort), fields(answer) | ticked)
    assert Case.objects.get().note == "Buses at night"
    assert Offer.objects.get().kind == "poster"
