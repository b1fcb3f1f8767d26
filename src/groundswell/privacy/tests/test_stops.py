"""Stopping contact, consents, and the suppression list."""

from collections import defaultdict
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from groundswell.common import announcements, clock
from groundswell.common.announcements import listen
from groundswell.common.errors import ProviderTrouble, Refused
from groundswell.privacy import commands, queries, rules
from groundswell.privacy.announcements import ConsentChanged, ContactStopped, StopLifted
from groundswell.privacy.models import Suppression, SuppressionKeyMark

ANN, BEN = UUID(int=1), UUID(int=2)
HOW = "On the phone, 3 May"


@pytest.fixture
def heard(monkeypatch):
    monkeypatch.setattr(announcements, "_listeners", defaultdict(list))
    told: list[Any] = []
    for kind in (ContactStopped, StopLifted, ConsentChanged):
        listen(kind, told.append)
    return told


def consent(by, person=ANN, channel="phone", **changed):
    given = {
        "wording": "You may ring me.",
        "given_at": clock.now() - timedelta(days=3),
        "how": "Card at the stall",
        "source": "Box 3",
    }
    return commands.record_consent(by=by, person=person, channel=channel, **{**given, **changed})


def test_a_stop_holds_for_its_channel_and_is_announced_once(
    town, heard, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        for _again in range(2):
            commands.stop_contact(by=town.caller, person=ANN, channel="phone", how=HOW)
    commands.stop_contact(by=None, person=BEN, how=HOW)
    assert queries.stopped_channels() == {ANN: {"phone"}, BEN: {""}}
    assert queries.stopped_channels([ANN]) == {ANN: {"phone"}}
    assert heard == [ContactStopped(person=ANN, channel="phone")]
    with pytest.raises(Refused):
        commands.stop_contact(by=town.caller, person=ANN, channel="fax", how=HOW)


def test_a_stop_ends_the_consents_it_contradicts(town):
    consent(town.agent, channel="phone")
    consent(town.agent, channel="email")
    commands.stop_contact(by=town.caller, person=ANN, channel="phone", how=HOW)
    assert queries.consented_people([ANN, BEN], "phone") == set()
    assert queries.consented_people([ANN, BEN], "email") == {ANN}
    commands.stop_contact(by=town.caller, person=ANN, how=HOW)
    assert queries.consented_people([ANN], "email") == set()


def test_lifting_a_stop_needs_to_be_told_how(town, heard, django_capture_on_commit_callbacks):
    commands.stop_contact(by=town.caller, person=ANN, how=HOW)
    with pytest.raises(Refused):
        commands.lift_stop(by=town.agent, person=ANN, how=" ")
    with django_capture_on_commit_callbacks(execute=True):
        commands.lift_stop(by=town.agent, person=ANN, how="Wrote to us.")
        commands.lift_stop(by=town.agent, person=ANN, how="Wrote to us.")
    assert queries.stopped_channels() == {}
    assert heard == [StopLifted(person=ANN, channel="")]
    commands.stop_contact(by=town.caller, person=ANN, how="Changed their mind.")
    assert queries.stopped_channels() == {ANN: {""}}
    assert queries.stops_of(ANN).count() == 2


def test_a_consent_has_its_words_its_way_and_its_time(
    town, heard, django_capture_on_commit_callbacks
):
    for wrong in (
        {"wording": ""},
        {"how": " "},
        {"given_at": clock.now() + timedelta(hours=1)},
        {"channel": "pigeon"},
    ):
        with pytest.raises(Refused):
            consent(town.agent, **wrong)
    moment = clock.now() - timedelta(days=1)
    with django_capture_on_commit_callbacks(execute=True):
        first = consent(town.agent, given_at=moment)
        assert consent(town.agent, given_at=moment).pk == first.pk
        commands.withdraw_consent(by=town.agent, consent=first)
        commands.withdraw_consent(by=town.agent, consent=first)
    assert queries.consents_of(ANN).get().withdrawn_at
    assert [one.given for one in heard] == [True, False]


def test_the_list_knows_again_and_gives_nobody_away(town):
    commands.suppress(by=town.agent, kind="phone", value="+447700900001")
    named = rules.name_and_address("Ann Lee", "3 Mill Lane", "SS15 6QX")
    commands.suppress(by=town.agent, kind="name_address", value=named, channel="post")
    numbers = ["+447700900001", "+447700900002"]
    assert queries.suppressed_among("phone", numbers) == {numbers[0]}
    assert queries.suppressed_among("phone", numbers, "door") == {numbers[0]}
    assert queries.suppressed_among("name_address", [named], "post") == {named}
    assert queries.suppressed_among("name_address", [named], "phone") == set()
    kept = str(list(Suppression.objects.values()))
    assert "7700" not in kept
    assert "mill" not in kept.lower()
    with pytest.raises(Refused):
        commands.suppress(by=town.agent, kind="phone", value=" ")


@pytest.mark.parametrize("asked", [2, 499, 500, 501, 1200])
def test_the_list_knows_the_same_of_few_and_of_many(town, asked):
    numbers = [f"+447700{one:06}" for one in range(asked)]
    listed = {numbers[0], numbers[-1]}
    for number in [*listed, "+447700999999"]:
        commands.suppress(by=town.agent, kind="phone", value=number)
    assert queries.suppressed_among("phone", iter(numbers)) == listed
    assert queries.suppressed_among("phone", numbers[1:-1]) == set()


def test_a_value_can_be_taken_off_and_put_on_again(town):
    for _again in range(2):
        commands.suppress(by=town.agent, kind="phone", value="+447700900001")
    assert Suppression.objects.count() == 1
    commands.lift_suppression(by=town.agent, kind="phone", value="+447700900001")
    assert queries.suppressed_among("phone", ["+447700900001"]) == set()
    commands.suppress(by=town.agent, kind="phone", value="+447700900001")
    assert queries.suppressed_among("phone", ["+447700900001"]) == {"+447700900001"}


def test_another_key_is_noticed_instead_of_finding_nobody(town):
    commands.suppress(by=town.agent, kind="phone", value="+447700900001")
    SuppressionKeyMark.objects.update(mark="of another installation")
    with pytest.raises(ProviderTrouble):
        queries.suppressed_among("phone", ["+447700900001"])
    with pytest.raises(Refused):
        commands.suppress(by=town.agent, kind="phone", value="+447700900002")


def test_what_is_kept_follows_two_people_found_to_be_one(town):
    commands.stop_contact(by=town.caller, person=BEN, how=HOW)
    commands.note_sighting(by=town.caller, purpose="Called", people=[BEN])
    commands.join_people(kept=ANN, dropped=BEN)
    assert queries.stopped_channels() == {ANN: {""}}
    assert [seen.member for seen in queries.who_has_seen(ANN)] == ["Bob Price"]
    assert queries.who_has_seen(BEN) == []
