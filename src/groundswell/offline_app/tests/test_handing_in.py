"""A signed file loaded at a desk: the same records, once; nothing from a file that was changed."""

import json
from base64 import b64decode
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from groundswell.common import clock
from groundswell.members.commands import bar
from groundswell.offline_app.commands import receiving
from groundswell.offline_app.models import Received
from groundswell.offline_app.providers.shift_keys import signature_of
from groundswell.offline_app.tests.telephones import Telephone

pytestmark = pytest.mark.django_db
PAGE = "/app/hand-in/"


@pytest.fixture
def saved(telephone):
    """The file that the telephone saves, with two records."""
    begun = telephone.post("shift", {"device": telephone.device}).json()
    telephone.board(household=1)
    telephone.board(household=2)
    told = {
        "member": telephone.member.pk,
        "device": telephone.device,
        "day": begun["day"],
        "app_version": "1.0",
        "clock_ahead_seconds": 0,
        "records": telephone.waiting,
    }
    return signed(told, begun["signing_key"])


def signed(told: dict[str, Any], key: str) -> dict[str, str]:
    words = json.dumps(told)
    return {"signed": words, "signature": signature_of(words, b64decode(key))}


def test_an_organiser_loads_it_and_what_the_telephone_sends_later_is_the_same(
    town, telephone, saved
):
    organiser = Telephone(town.organiser)
    for _twice in range(2):
        receipt = organiser.post("handed-in", saved).json()
        assert receipt["stored"] == [one["id"] for one in telephone.waiting]
    telephone.send()
    assert telephone.waiting == []
    rows = Received.objects.order_by("pk")
    assert [(row.member, row.handed_in_by) for row in rows] == [(town.caller, town.organiser)] * 2


@pytest.mark.parametrize("change", ["words", "signature", "device"])
def test_nothing_is_taken_from_a_file_that_was_changed(town, saved, change):
    if change == "words":
        saved["signed"] = saved["signed"].replace('"household": 1', '"household": 3')
    elif change == "device":
        saved["signed"] = saved["signed"].replace('"device": "1', '"device": "2')
    else:
        saved["signature"] = "0" * 64
    refused = Telephone(town.organiser).post("handed-in", saved)
    assert refused.status_code == 409
    assert "changed after the telephone saved it" in refused.json()["detail"]
    assert not Received.objects.exists()


@pytest.mark.parametrize("words", ["", "[]", "{}", '{"member": true, "day": "x", "records": 3}'])
def test_what_is_no_such_file_is_told_so(town, words):
    refused = Telephone(town.organiser).post("handed-in", {"signed": words, "signature": "00"})
    assert refused.status_code == 409
    assert "no file of results" in refused.json()["detail"]


def test_whoever_organises_elsewhere_cannot_load_it_and_its_maker_can(town, telephone, saved):
    refused = Telephone(town.organiser_elsewhere).post("handed-in", saved)
    assert refused.status_code == 409
    assert not Received.objects.exists()
    assert len(telephone.post("handed-in", saved).json()["stored"]) == 2


def test_a_barred_members_file_is_kept_for_review(town, saved):
    bar(by=None, member=town.caller, reason="Test")
    receipt = Telephone(town.organiser).post("handed-in", saved).json()
    assert len(receipt["flagged"]) == 2
    assert not Received.objects.filter(counted=True).exists()


def test_the_times_of_a_wrong_clock_are_put_right(town, telephone, saved):
    begun = telephone.post("shift", {"device": telephone.device}).json()
    told = json.loads(saved["signed"]) | {"clock_ahead_seconds": 86_400}
    made = clock.now()
    Telephone(town.organiser).post("handed-in", signed(told, begun["signing_key"]))
    row = Received.objects.first()
    assert row is not None
    assert (made - row.made_at).total_seconds() > 86_000


def test_the_page_loads_the_file_and_says_what_came_of_it(town, saved):
    browser = town.client_for("organiser")
    file = SimpleUploadedFile("groundswell-bob.json", json.dumps(saved).encode())
    page = browser.post(PAGE, {"file": file}, follow=True).content.decode()
    assert "2 records are kept. 2 of them are new." in page
    odd = SimpleUploadedFile("groundswell-bob.json", b"\xff\xfe")
    assert "no file of results" in browser.post(PAGE, {"file": odd}).content.decode()


def test_the_page_says_what_was_not_reached_or_not_taken_so_that_the_file_is_kept(
    town, saved, monkeypatch
):
    monkeypatch.setattr(receiving, "_LONGEST_SECONDS", 0.0)
    browser = town.client_for("organiser")

    def load() -> str:
        file = SimpleUploadedFile("groundswell-bob.json", json.dumps(saved).encode())
        return str(browser.post(PAGE, {"file": file}, follow=True).content.decode())

    page = load()
    assert "1 record is kept. 1 of them is new." in page
    assert "1 record was not reached in time. Load this file again" in page
    page = load()
    assert "2 records are kept. 1 of them is new." in page
    assert "not reached" not in page
    Received.objects.filter(id_on_device=json.loads(saved["signed"])["records"][0]["id"]).update(
        member=town.supporter
    )
    assert "1 record was not taken. Keep the file: Somebody else" in load()
