"""The desk and the one page for one person."""

import pytest

from groundswell.common import clock
from groundswell.members.limits import limit
from groundswell.privacy import commands, queries
from groundswell.privacy.models import Consent, SubjectRequest
from groundswell.privacy.tests.conftest import ELSEWHERE, PERSON

PAGE = f"/privacy/people/{PERSON}/"


@pytest.fixture
def desk(town, register):
    return town.client_for("agent")


def test_a_search_shows_who_was_found_and_asks_for_enough_to_go_on(desk):
    found = desk.post("/privacy/", {"name": "jones", "address": "High Street"}).content.decode()
    assert "Siân Jones" in found
    assert PAGE in found
    browsing = desk.post("/privacy/", {"name": "jones"})
    assert browsing.context["form"].errors
    assert browsing.context["found"] is None


def test_searching_is_limited(desk, town):
    with clock.set_to(clock.now()):
        for _try in range(20):
            limit("find", town.agent, per_minute=20)
        answer = desk.post("/privacy/", {"phone": "07700 900001"})
    assert answer.status_code == 409
    assert "too often" in answer.content.decode()


def test_one_page_does_each_thing_with_one_command(desk, town):
    assert "Spoke, undecided" in desk.get(PAGE).content.decode()
    desk.post(f"{PAGE}stop/", {"channel": "phone", "how": "Rang us"})
    assert queries.stopped_channels() == {PERSON: {"phone"}}
    desk.post(f"{PAGE}lift/", {"channel": "phone", "how": "Wrote to us"})
    assert queries.stopped_channels() == {}
    today = clock.today().isoformat()
    given = {"channel": "email", "wording": "Yes.", "given_on": today, "how": "Card"}
    desk.post(f"{PAGE}consent/", given)
    assert queries.consented_people([PERSON], "email") == {PERSON}
    desk.post(f"{PAGE}consent/{Consent.objects.get().pk}/withdraw/")
    assert queries.consented_people([PERSON], "email") == set()
    assert desk.get(f"{PAGE}held.json").json()["person"]["name"] == "Siân Jones"
    assert desk.get(f"{PAGE}held.pdf").content.startswith(b"%PDF")
    desk.post(f"{PAGE}erase/")
    assert "Spoke, undecided" not in desk.get(PAGE).content.decode()


def test_looking_at_the_page_is_noted(desk):
    desk.get(PAGE)
    assert "Amir Sadiq" in desk.get(PAGE).content.decode()


def test_mistakes_stay_on_the_page_and_nobody_elsewhere_is_there(desk, town):
    assert desk.post(f"{PAGE}stop/", {"channel": "phone"}).status_code == 422
    assert desk.post(f"{PAGE}consent/", {"channel": "phone"}).status_code == 422
    assert queries.stopped_channels() == {}
    other = f"/privacy/people/{ELSEWHERE}/"
    for address in ("", "held.json", "held.pdf"):
        assert desk.get(other + address).status_code == 404
    for address in ("stop/", "lift/", "consent/", "erase/"):
        assert desk.post(other + address, {"how": "x"}).status_code == 404
    assert town.client_for("organiser").get(PAGE).status_code == 403


def test_a_request_is_matched_and_closed_on_its_page(desk, town):
    asked = commands.receive_request(
        by=town.agent,
        kind="access",
        received_on=clock.today(),
        name="Jones",
        address="High Street",
    )
    page = f"/privacy/requests/{asked.pk}/"
    shown = desk.post(page, {"name": "jones", "address": "High Street"}).content.decode()
    assert "It is them" in shown
    desk.post(f"{page}change/", {"do": "match", "person": PERSON})
    desk.post(f"{page}change/", {"do": "acknowledge"})
    assert desk.post(f"{page}change/", {"do": "answer"}).status_code == 422
    assert desk.post(f"{page}change/", {"do": "match", "person": "nobody"}).status_code == 422
    desk.post(f"{page}change/", {"do": "answer", "outcome": "Sent the PDF."})
    closed = SubjectRequest.objects.get()
    assert (closed.person, closed.outcome) == (PERSON, "Sent the PDF.")
    assert closed.acknowledged_at


def test_a_request_by_letter_is_recorded(desk):
    given = {
        "kind": "complaint",
        "received_on": clock.today().isoformat(),
        "name": "Sid Ray",
        "reply_to": "by post",
    }
    answer = desk.post("/privacy/requests/record/", given)
    asked = SubjectRequest.objects.get()
    assert answer["Location"] == f"/privacy/requests/{asked.pk}/"
    assert "30 days left" in desk.get("/privacy/").content.decode()


def test_anybody_reads_how_their_data_is_used(client, db):
    for address in ("/privacy/notice/", "/privacy/your-data/", "/privacy/ask/done/"):
        assert "The Test Party" in client.get(address).content.decode()
    assert "deleted after 365 days" in client.get("/privacy/notice/").content.decode()
