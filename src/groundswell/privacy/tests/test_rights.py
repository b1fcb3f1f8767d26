"""Finding a person, handing out what is held, erasing."""

import json
from collections import defaultdict
from typing import Any

import pytest

from groundswell.common import announcements, clock
from groundswell.common.announcements import listen
from groundswell.common.errors import NotFound
from groundswell.common.models import AuditLine
from groundswell.privacy import commands, queries
from groundswell.privacy.announcements import PersonErased
from groundswell.privacy.models import Sighting
from groundswell.privacy.queries import as_pdf
from groundswell.privacy.tests.conftest import ELSEWHERE, NAMESAKE, PERSON


def test_agents_and_data_managers_find_people_of_their_own_areas(town, register):
    for by in (town.agent, town.data_manager):
        found = commands.look_for(by=by, name="jones", address="High Street")
        assert {one.person for one in found} == {PERSON, NAMESAKE}
        assert [one.person for one in commands.look_for(by=by, phone="+447700900001")] == [PERSON]
        assert commands.look_for(by=by, phone="+447700900003") == []
    for by in (town.organiser, town.headquarters, town.caller, town.organiser_elsewhere):
        with pytest.raises(NotFound):
            commands.look_for(by=by, name="jones", address="High Street")


def test_a_search_is_noted_with_who_was_found_and_not_what_was_typed(town, register):
    commands.look_for(by=town.agent, name="jones", address="High Street")
    line = AuditLine.objects.get(action="privacy.look_for")
    assert line.details == {"by_phone": False, "found": 2}
    assert "jones" not in str(AuditLine.objects.values().get(pk=line.pk)).lower()
    assert set(Sighting.objects.values_list("person", flat=True)) == {PERSON, NAMESAKE}


def test_everything_held_is_handed_out_as_json_and_as_a_pdf(town, register):
    commands.note_sighting(by=town.caller, purpose="Called", people=[PERSON])
    commands.stop_contact(by=town.caller, person=PERSON, channel="text", how="Said so")
    held = commands.hand_out(by=town.agent, person=PERSON)
    plain = json.loads(json.dumps(held.as_plain()))
    parts = {section["part"]: section["rows"] for section in plain["held"]}
    assert parts["register"] == [{"Note": "Spoke, undecided", "On": "2026-05-01", "Open": True}]
    assert parts["privacy"][0]["How"] == "Said so"
    assert [seen["member"] for seen in plain["seen_by"]] == ["Bob Price"]
    assert as_pdf(held, "en-gb").startswith(b"%PDF")
    assert as_pdf(held, "cy").startswith(b"%PDF")
    later = queries.everything_held(town.data_manager, PERSON)
    assert [seen.member for seen in later.seen] == ["Amir Sadiq", "Bob Price"]
    for by, person in [(town.agent, ELSEWHERE), (town.organiser, PERSON), (town.caller, PERSON)]:
        with pytest.raises(NotFound):
            commands.hand_out(by=by, person=person)


def test_what_it_was_seen_for_is_told_in_words(town, register):
    for purpose in ("effort:7", "round:3", "elector", "export", "universe", "Called in March"):
        commands.note_sighting(by=town.caller, purpose=purpose, people=[PERSON])
    told = [seen.purpose for seen in queries.who_has_seen(PERSON)]
    assert "To call or visit them" in told
    assert "Called in March" in told
    assert not [words for words in told if ":" in words or words.islower()]


def test_erasing_leaves_hashes_and_the_stop_and_nothing_else(
    town, register, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(announcements, "_listeners", defaultdict(list))
    told: list[Any] = []
    listen(PersonErased, told.append)
    asked = commands.receive_request(
        by=town.agent, kind="erase", received_on=clock.today(), person=PERSON
    )
    commands.note_sighting(by=town.caller, purpose="Called", people=[PERSON])
    with django_capture_on_commit_callbacks(execute=True):
        erased = commands.erase(by=town.agent, person=PERSON, request=asked)
    assert erased["register"] == 1
    assert queries.suppressed_among("phone", ["+447700900001", "+447700900002"]) == {
        "+447700900001"
    }
    assert queries.stopped_channels() == {PERSON: {""}}
    assert queries.who_has_seen(PERSON) == []
    assert "register" not in {s.name for s in queries.everything_held(town.agent, PERSON).sections}
    asked.refresh_from_db()
    assert asked.outcome == "Erased"
    assert told == [PersonErased(person=PERSON)]
    assert NAMESAKE in register.notes
    commands.erase(by=town.agent, person=PERSON)


def test_nobody_else_erases_and_a_failure_erases_nothing(town, register, monkeypatch):
    others = [(town.organiser, PERSON), (town.headquarters, PERSON), (town.agent, ELSEWHERE)]
    for by, person in others:
        with pytest.raises(NotFound):
            commands.erase(by=by, person=person)

    def break_off(person):
        raise RuntimeError

    commands.note_sighting(by=town.caller, purpose="Called", people=[PERSON])
    from groundswell.privacy import registry

    registry.register_holder("late", title="Late", export=lambda _: [], erase=break_off)
    with pytest.raises(RuntimeError):
        commands.erase(by=town.agent, person=PERSON)
    assert queries.suppressed_among("phone", ["+447700900001"]) == set()
    assert len(queries.who_has_seen(PERSON)) == 1
