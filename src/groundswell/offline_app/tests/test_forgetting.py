"""People are taken out of what telephones handed in: on request, and when nobody needs it."""

from datetime import timedelta

import pytest

from groundswell.common import clock
from groundswell.offline_app.commands import forget_old_records, forget_the_destroyed
from groundswell.offline_app.models import Received
from groundswell.privacy.commands import erase
from groundswell.privacy.queries import everything_held
from groundswell.register.models import Elector

pytestmark = pytest.mark.django_db


@pytest.fixture
def door(telephone):
    return telephone.payload()["doors"][0]


def elector_of(record):
    return Elector.objects.get(pk=record["elector"])


def test_a_person_is_told_what_came_in_about_them_and_taken_out_on_request(town, telephone, door):
    counted = telephone.door(
        door, "spoke", said=[{"id": None, "kind": "issue", "note": "The bus"}], answers={}
    )
    refused = telephone.door(door, "spoke", answers={"vote": ["odd"]}, detail="Shouted")
    house = telephone.door(door, "no_answer", detail="Ann is at work")
    telephone.send()
    elector = elector_of(counted)
    held = everything_held(town.agent, elector.person)
    assert "The bus" in str(held)
    erase(by=town.agent, person=elector.person)
    for record in (counted, refused):
        row = Received.objects.get(id_on_device=record["id"])
        assert (row.payload, row.elector_id, row.household_id) == ({}, None, None)
    assert Received.objects.get(id_on_device=refused["id"]).state == "set_aside"
    kept = Received.objects.get(id_on_device=house["id"]).payload
    assert kept["outcome"] == "no_answer"
    assert "Ann" not in str(kept)
    assert len(telephone.send([counted, refused, house])["stored"]) == 3


def test_what_is_counted_is_emptied_after_a_month_and_a_repeat_stays_one(telephone, door):
    counted = telephone.door(door, "no_answer")
    odd = telephone.board(action="odd")
    telephone.send()
    with clock.set_to(clock.now() + timedelta(days=29)):
        forget_old_records()
    assert Received.objects.exclude(payload={}).count() == 2
    with clock.set_to(clock.now() + timedelta(days=31)):
        forget_old_records()
    assert Received.objects.get(id_on_device=counted["id"]).payload == {}
    assert Received.objects.get(id_on_device=odd["id"]).payload == odd
    assert telephone.send([counted])["stored"] == [counted["id"]]


def test_whoever_is_no_longer_held_is_not_held_here(town, telephone, door):
    gone, stays = telephone.door(door, "spoke"), telephone.door(door, "no_answer")
    telephone.send()
    Elector.objects.filter(pk=gone["elector"]).delete()
    forget_the_destroyed([town.marshfield.pk])
    assert Received.objects.get(id_on_device=gone["id"]).payload == {}
    assert Received.objects.get(id_on_device=stays["id"]).payload != {}
