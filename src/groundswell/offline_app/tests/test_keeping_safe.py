"""Shifts, help and door notes from a telephone: each once, and help before everything else."""

import pytest

from groundswell.common.models import OutgoingMail
from groundswell.members.commands import bar
from groundswell.offline_app.models import Received
from groundswell.safety.models import DoorNote, HelpCall, Shift

pytestmark = pytest.mark.django_db


def test_a_shift_is_read_off_whatever_comes_first(town, telephone):
    begin = telephone.tap("shift", action="check_in")
    end = telephone.tap("shift", action="check_out")
    buddy = telephone.tap("shift", action="buddy", buddy_name="Ann", buddy_phone="07700 900123")
    for record in (end, buddy, begin, begin):
        assert telephone.send([record])["stored"] == [record["id"]]
    shift = Shift.objects.get(member=town.caller)
    assert shift.round_code == telephone.code
    assert shift.checked_out_at is not None
    telephone.tap("shift", action="dance")
    assert len(telephone.send([telephone.waiting[-1]])["refused"]) == 1


def test_help_goes_first_and_is_never_refused(town, telephone):
    began = telephone.post("shift", {"device": telephone.device}).json()
    telephone.board()
    telephone.tap("help", household=None, where={"lat": 51.5, "lon": 0.45, "accuracy": 12})
    odd = telephone.tap("help", round="", where="here", note=7)
    telephone.send()
    assert [row.kind for row in Received.objects.order_by("pk")] == ["help", "help", "board"]
    telephone.headers = {"X-App-Pass": began["app_pass"]}
    bar(by=None, member=town.caller, reason="Test")
    barred = telephone.tap("help", note="Still somebody")
    telephone.send([odd, barred])
    assert HelpCall.objects.filter(member=town.caller).count() == 3
    assert OutgoingMail.objects.filter(key__startswith="help:").exists()


def test_a_note_on_a_door_of_the_round_holds_at_once_and_once(telephone):
    door = telephone.payload()["doors"][0]
    note = telephone.tap("door_note", household=door["household"], text="Dog", do_not_send=True)
    elsewhere = telephone.tap("door_note", household=999_999, text="Dog")
    for _again in range(2):
        receipt = telephone.send([note, elsewhere])
        assert receipt["stored"] == [note["id"]]
        assert [one["id"] for one in receipt["refused"]] == [elsewhere["id"]]
    kept = DoorNote.objects.get()
    assert (kept.household_id, kept.do_not_send) == (door["household"], True)
