"""The calls of the caller's page: what they answer, and what trouble looks like."""

import pytest
from django.urls import reverse

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.models import Attempt, Case, Offer
from groundswell.outreach.commands import join_effort, pause_effort
from tests.phone_bank import open_phone_bank


@pytest.fixture
def effort(town):
    return open_phone_bank(town, households=[1, 2, 1])


@pytest.fixture
def ask(town, effort):
    """Asks the API as Bob, who has read the briefing."""
    join_effort(by=town.caller, effort=effort, agreed=True)
    browser = town.client_for("caller")

    def asked(name, told=None, by=browser):
        address = reverse(f"api-1:{name}", args=[effort.join_code])
        if name == "person":
            return by.get(address)
        return by.post(address, told or {}, content_type="application/json")

    return asked


def result(shown, outcome="no_answer", **more):
    return {
        "id": str(uuid7()),
        "batch": shown["batch"],
        "elector": shown["person"]["elector"],
        "outcome": outcome,
        "made_at": clock.now().isoformat(),
    } | more


def test_claim_read_record_undo_and_finish(ask, town):
    shown = ask("claim", {"key": str(uuid7())}).json()
    assert (shown["done"], shown["people"]) == (0, 4)
    assert shown["person"]["readable"].startswith("01632 960")
    assert ask("person").json() == shown
    told = result(shown, "spoke", answers={"vote": ["for"]}, seconds=90)
    receipt = ask("results", {"results": [told]}).json()
    assert receipt["stored"] == [told["id"]]
    assert receipt["shown"]["done"] == 1
    again = ask("undo", {"id": told["id"], "batch": told["batch"]}).json()
    assert again["person"]["elector"] == shown["person"]["elector"]
    done = ask("finish").json()
    assert (done["your_attempts"], done["attempts"]) == (0, 0)
    assert ask("person").json()["person"] is None


def test_only_name_area_and_number_leave_the_server(ask):
    person = ask("claim", {"key": str(uuid7())}).json()["person"]
    told = {name for name, value in person.items() if value not in ("", [], False)}
    assert told == {"elector", "name", "area", "number", "readable"}


def test_results_of_one_person_are_stored_however_often_they_are_sent(ask, town):
    shown = ask("claim", {"key": str(uuid7())}).json()
    told = result(shown)
    answers = [ask("results", {"results": [told, told]}).json() for _again in range(3)]
    assert all(set(answer["stored"]) == {told["id"]} for answer in answers)
    assert Attempt.objects.filter(constituency=town.marshfield).count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"outcome": "bought_a_car"},
        {"id": "not-a-uuid"},
        {"seconds": -5},
        {"detail": "x" * 200},
        {"made_at": "yesterday"},
    ],
)
def test_what_makes_no_sense_is_answered_with_a_problem_document(ask, wrong):
    shown = ask("claim", {"key": str(uuid7())}).json()
    answer = ask("results", {"results": [result(shown, **wrong)]})
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["fields"]


def test_a_refusal_is_a_sentence_for_the_screen(ask, town, effort):
    shown = ask("claim", {"key": str(uuid7())}).json()
    stranger = result(shown) | {"elector": 999_999}
    refused = ask("results", {"results": [stranger]}).json()["refused"]
    assert refused == [
        {"id": stranger["id"], "sentence": "This person was not given to you to call."}
    ]
    pause_effort(by=town.organiser, effort=effort)
    assert "paused" in ask("person").json()["sentence"]
    answer = ask("claim", {"key": str(uuid7())}, by=town.client_for("organiser"))
    assert (answer.status_code, answer["Content-Type"]) == (409, "application/problem+json")
    assert "agree" in answer.json()["detail"]


def test_whoever_is_not_signed_in_is_told_so(ask, town):
    answer = ask("person", by=town.client_for("anonymous"))
    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert ask("person", by=town.client_for("barred")).status_code == 401


def test_claims_are_limited_by_the_minute(ask, monkeypatch):
    monkeypatch.setattr("groundswell.phonebank.api.CLAIMS_A_MINUTE", 2)
    answers = [ask("claim", {"key": str(uuid7())}).status_code for _again in range(3)]
    assert answers == [200, 200, 409]


def test_a_pass_sends_results_of_its_batch_while_the_batch_is_held_and_no_longer(ask, town, effort):
    shown = ask("claim", {"key": str(uuid7())}).json()
    stranger = town.client_for("anonymous")

    def send(batch_pass, told):
        return stranger.post(
            reverse("api-1:results", args=[effort.join_code]),
            {"results": [told]},
            content_type="application/json",
            headers={"X-Batch-Pass": batch_pass},
        )

    told = result(shown)
    assert send(shown["batch_pass"] + "x", told).status_code == 401
    assert send(shown["batch_pass"], told).json()["stored"] == [told["id"]]
    assert send(shown["batch_pass"], told | {"batch": str(uuid7())}).status_code == 401
    ask("finish")
    assert send(shown["batch_pass"], result(shown)).status_code == 401


def test_what_is_told_beside_a_result_is_kept_once_and_goes_with_its_undoing(ask, town):
    shown = ask("claim", {"key": str(uuid7())}).json()
    said = [
        {"id": str(uuid7()), "kind": "issue", "note": "The drains smell"},
        {"id": str(uuid7()), "kind": "lift"},
    ]
    told = result(shown, "refused", said=said)
    for _again in range(3):
        assert ask("results", {"results": [told]}).json()["stored"] == [told["id"]]
    case, offer = Case.objects.get(), Offer.objects.get()
    assert (case.note, case.told_to, case.channel) == ("The drains smell", town.caller, "phone")
    assert (case.elector_id, offer.elector_id) == (told["elector"], told["elector"])
    assert case.named == town.organiser
    ask("undo", {"id": told["id"], "batch": told["batch"]})
    case.refresh_from_db()
    offer.refresh_from_db()
    assert (case.state, offer.state) == ("closed", "declined")
    wrong = result(shown, said=[{"id": str(uuid7()), "kind": "song"}])
    assert ask("results", {"results": [wrong]}).status_code == 422
