"""A phone bank's batch on the telephone: taken along as allowed, its calls counted however late."""

from datetime import timedelta

import pytest

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.models import Attempt, ElectorState
from groundswell.offline_app.models import Received
from groundswell.offline_app.tests.telephones import Telephone
from groundswell.outreach.commands import expire_batches, join_effort
from groundswell.outreach.models import Assignment
from groundswell.privacy.models import Sighting
from tests.phone_bank import open_phone_bank

pytestmark = pytest.mark.django_db


class Tunnel:
    """Bob on a train, with a batch of four people taken along."""

    def __init__(self, town, shows=("along",)):
        self.effort = open_phone_bank(town, households=[2, 1, 1], shows=list(shows))
        join_effort(by=town.caller, effort=self.effort, agreed=True)
        self.telephone = Telephone(town.caller)

    def claim(self):
        return self.telephone.post(f"batch/{self.effort.join_code}/claim", {"key": str(uuid7())})

    def call(self, taken, place, outcome, **told):
        return self.telephone.tap(
            "call",
            join_code=self.effort.join_code,
            batch=taken["batch"],
            elector=taken["people"][place]["elector"],
            outcome=outcome,
            **told,
        )


def test_a_batch_comes_whole_with_what_the_organiser_turned_on(town):
    tunnel = Tunnel(town)
    taken = tunnel.claim().json()
    assert (len(taken["people"]), taken["of"], taken["done"]) == (4, 4, 0)
    assert [one["same_home"] for one in taken["people"]] == [1, 1, 2, 3]
    assert all(one["number"] and not one["address"] for one in taken["people"])
    assert taken["script"]["questions"][0]["key"] == "vote"
    assert Sighting.objects.filter(member=town.caller).count() == 4
    again = tunnel.telephone.get(f"batch/{tunnel.effort.join_code}").json()
    assert (again["batch"], again["people"]) == (taken["batch"], taken["people"])


def test_a_phone_bank_that_shows_one_by_one_hands_out_no_list(town):
    tunnel = Tunnel(town, shows=())
    refused = tunnel.claim()
    assert refused.status_code == 409
    assert "one person at a time" in refused.json()["detail"]
    assert not Assignment.objects.filter(state="held").exists()


def test_whoever_asks_not_to_be_called_is_not_taken_along(town):
    tunnel = Tunnel(town)
    taken = tunnel.claim().json()
    left = ElectorState.objects.get(
        constituency=town.marshfield, elector=taken["people"][0]["elector"]
    )
    ElectorState.objects.filter(pk=left.pk).update(stopped=",phone,")
    again = tunnel.telephone.get(f"batch/{tunnel.effort.join_code}").json()
    assert len(again["people"]) == 3


def test_calls_made_in_a_tunnel_are_counted_once_in_any_order(town):
    tunnel = Tunnel(town)
    taken = tunnel.claim().json()
    slip = tunnel.call(taken, 0, "wrong_number")
    spoke = tunnel.call(taken, 0, "spoke", answers={"vote": ["for"]}, seconds=90)
    rings = tunnel.call(taken, 2, "no_answer")
    undo = tunnel.telephone.undo(
        slip, "call_undo", join_code=tunnel.effort.join_code, batch=taken["batch"]
    )
    for record in (undo, rings, slip, spoke, rings):
        assert tunnel.telephone.send([record])["stored"] == [record["id"]]
    state = ElectorState.objects.get(
        constituency=town.marshfield, elector=taken["people"][0]["elector"]
    )
    assert (state.attempts, state.conversations, state.voting_intention) == (1, 1, "supporter")
    left = tunnel.telephone.get(f"batch/{tunnel.effort.join_code}").json()
    assert [one["elector"] for one in left["people"]] == [taken["people"][3]["elector"]]


def test_calls_that_come_after_the_batch_went_back_are_kept_for_a_week(town):
    tunnel = Tunnel(town)
    taken, begun = tunnel.claim().json(), clock.now()
    tunnel.call(taken, 0, "no_answer", at=begun + timedelta(minutes=5))
    with clock.set_to(begun + timedelta(hours=3)):
        expire_batches()
    with clock.set_to(begun + timedelta(days=7)):
        assert len(tunnel.telephone.send()["stored"]) == 1
    attempt = Attempt.objects.get(constituency=town.marshfield, channel="phone")
    assert attempt.made_at == (begun + timedelta(minutes=5)).replace(microsecond=0)


def test_a_call_to_somebody_not_given_is_refused_and_kept(town):
    tunnel = Tunnel(town)
    taken = tunnel.claim().json()
    stranger = tunnel.call(taken, 0, "no_answer")
    stranger["elector"] = 10**9
    (refused,) = tunnel.telephone.send()["refused"]
    assert "not given to you" in refused["sentence"]
    assert Received.objects.get().payload["elector"] == 10**9
