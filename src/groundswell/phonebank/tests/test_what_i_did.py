"""What somebody did by telephone is told to them, and stays with the voters when they leave."""

import pytest
from django.urls import reverse

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.models import Attempt
from groundswell.members.models import Member
from groundswell.outreach.commands import Told, claim_batch, join_effort, record_results
from groundswell.outreach.models import Batch
from groundswell.profiles import registry
from groundswell.profiles.commands import leave
from groundswell.profiles.queries import what_i_did
from tests.phone_bank import open_phone_bank


@pytest.fixture
def rung(town):
    """Bob has ten people and has rung two of them; one answered a question."""
    effort = open_phone_bank(town, households=[1] * 12)
    join_effort(by=town.caller, effort=effort, agreed=True)
    batch = claim_batch(by=town.caller, effort=effort, key=uuid7())
    assert batch is not None
    first, second, *_rest = batch.electors
    told = [
        Told(uuid7(), first, "no_answer", clock.now()),
        Told(uuid7(), second, "spoke", clock.now(), answers={"vote": ["for"]}),
    ]
    record_results(by=town.caller, effort=effort, batch=batch.key, results=told)
    return effort


def figures(member):
    return {one.name: one.count for one in what_i_did(member)}


def test_calls_and_conversations_are_mine_and_nobody_elses(town, rung):
    mine = figures(town.caller)
    assert (mine["calls"], mine["conversations"], mine["doors"]) == (2, 1, 0)
    assert set(figures(town.organiser).values()) == {0}
    page = town.client_for("caller").get(reverse("profiles:did")).content.decode()
    assert "calls" in page
    calls = next(deeds for deeds in registry.deeds() if deeds.name == "calls")
    assert set(calls.doers(clock.now().replace(year=2000))) == {town.caller.pk}


def test_leaving_gives_back_what_was_in_hand_and_keeps_what_voters_said(town, rung):
    town.client_for("caller").post(reverse("profiles:leave"))
    gone = Member.objects.get(pk=town.caller.pk)
    assert gone.name == "Somebody who left"
    assert Attempt.objects.filter(member=gone).count() == 2
    assert set(Batch.objects.values_list("state", flat=True)) == {Batch.State.WITHDRAWN}
    leave(by=gone)
    assert Attempt.objects.count() == 2
