"""What follows from results: the next person, the queue, undo, and what comes late or twice."""

from datetime import timedelta
from typing import Any

import pytest

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.common.ids import uuid7
from groundswell.contact.models import Answer, Attempt, ElectorState
from groundswell.members.commands import bar
from groundswell.outreach.commands import (
    Told,
    claim_batch,
    close_effort,
    expire_batches,
    hand_back,
    join_effort,
    pause_effort,
    record_results,
    release_batch,
    show_next,
    undo_result,
    withdraw_from_the_barred,
)
from groundswell.outreach.models import Assignment, Batch, HouseholdHold
from groundswell.privacy.commands import stop_contact
from groundswell.privacy.models import Sighting
from groundswell.register.models import Elector
from tests.phone_bank import open_phone_bank


class Calling:
    """Somebody at a phone bank with a batch in hand."""

    def __init__(self, town, effort, member=None):
        self.member, self.effort, self.place = member or town.caller, effort, town.marshfield
        join_effort(by=self.member, effort=effort, agreed=True)
        self.batch: Any = claim_batch(by=self.member, effort=effort, key=uuid7())

    @property
    def showing(self) -> Any:
        return show_next(by=self.member, effort=self.effort)

    def tells(self, outcome, elector_id=None, **more) -> Any:
        told = Told(
            id_on_device=more.pop("id_on_device", None) or uuid7(),
            elector_id=elector_id or self.showing.person.elector_id,
            outcome=outcome,
            made_at=clock.now(),
            **more,
        )
        recorded = record_results(
            by=self.member, effort=self.effort, batch=self.batch.key, results=[told]
        )
        return told, recorded

    def row(self, elector_id):
        return Assignment.objects.get(
            constituency=self.place, effort=self.effort, elector_id=elector_id
        )


@pytest.fixture
def calling(town):
    return Calling(town, open_phone_bank(town, households=[1, 2, 1, 1, 1]))


def test_each_result_shows_the_next_person_once(calling):
    first = calling.showing
    assert (first.done, first.people) == (0, 6)
    assert calling.showing.person == first.person
    _told, recorded = calling.tells("no_answer")
    assert recorded.showing.done == 1
    assert recorded.showing.person.elector_id != first.person.elector_id
    seen = Sighting.objects.filter(batch=calling.batch.key).values_list("person", flat=True)
    assert sorted(str(person) for person in seen) == sorted(
        str(person) for person in (first.person.person, recorded.showing.person.person)
    )


def test_a_person_shown_is_a_name_an_area_and_a_number(calling):
    person = calling.showing.person
    elector = Elector.objects.get(constituency=calling.place, pk=person.elector_id)
    assert person.name == f"{elector.forename} {elector.surname}"
    assert (person.area, person.number[:7]) == ("Riverside", "+441632")
    assert (person.line, person.address, person.age) == ("", "", "")


def test_more_is_shown_only_where_the_organiser_turned_it_on(town):
    effort = open_phone_bank(town, households=[1], shows=["address", "age"])
    Elector.objects.filter(constituency=town.marshfield).update(birth_year=1980)
    person = Calling(town, effort).showing.person
    assert person.address == "1 Mill Lane, SS14 1AA"
    year = clock.today().year
    assert person.age == f"{year - 1981}–{year - 1980}"


def test_the_same_result_twice_is_stored_once_and_moves_the_queue_once(calling):
    told, first = calling.tells("no_answer")
    _same, second = calling.tells("no_answer", told.elector_id, id_on_device=told.id_on_device)
    assert first.stored == second.stored == (told.id_on_device,)
    assert Attempt.objects.filter(constituency=calling.place).count() == 1
    assert calling.row(told.elector_id).tries == 1
    assert second.showing.person == first.showing.person


@pytest.mark.parametrize(
    ("outcome", "state", "ready_in"),
    [
        ("no_answer", "waiting", timedelta(hours=20)),
        ("call_back", "promised", timedelta(hours=3)),
        ("refused", "done", None),
        ("spoke", "done", None),
        ("do_not_contact", "done", None),
    ],
)
def test_where_somebody_stands_after_a_result(calling, outcome, state, ready_in):
    when = clock.now() + timedelta(hours=3) if outcome == "call_back" else None
    told, _recorded = calling.tells(outcome, call_back_at=when)
    row = calling.row(told.elector_id)
    assert row.state == state
    if ready_in:
        assert abs(row.ready_at - clock.now() - ready_in) < timedelta(minutes=1)


def test_answers_are_kept_with_the_meaning_that_the_script_gives_them(calling):
    told, _recorded = calling.tells("spoke", answers={"vote": ["maybe"], "issue": ["nhs"]})
    answers = Answer.objects.filter(constituency=calling.place, elector_id=told.elector_id)
    assert dict(answers.values_list("question", "meaning")) == {"vote": "leaning", "issue": ""}
    state = ElectorState.objects.get(constituency=calling.place, elector_id=told.elector_id)
    assert (state.voting_intention, state.conversations) == ("leaning", 1)


def test_what_cannot_be_stored_is_refused_alone(calling, town):
    stranger = Elector.objects.create(
        constituency=town.marshfield,
        council=town.marshfield,
        person=uuid7(),
        number=999,
        edition=clock.today(),
        last_import_id=1,
    )
    good = Told(uuid7(), calling.showing.person.elector_id, "engaged", clock.now())
    bad = Told(uuid7(), stranger.pk, "engaged", clock.now())
    recorded = record_results(
        by=calling.member, effort=calling.effort, batch=calling.batch.key, results=[bad, good]
    )
    assert recorded.stored == (good.id_on_device,)
    assert "not given to you" in recorded.refused[bad.id_on_device]
    with pytest.raises(Refused, match="not given to you"):
        record_results(by=calling.member, effort=calling.effort, batch=uuid7(), results=[good])


def test_a_housemate_is_offered_in_the_same_call_after_a_talk_only(town):
    effort = open_phone_bank(town, households=[2, 2])
    calling = Calling(town, effort)
    _told, recorded = calling.tells("spoke", answers={"vote": ["for"]})
    assert recorded.showing.same_call
    calling.tells("no_answer")
    _told, recorded = calling.tells("refused")
    assert recorded.showing.person is None
    assert (recorded.showing.done, recorded.showing.people) == (3, 3)


def test_whoever_asked_not_to_be_contacted_since_is_not_shown(calling):
    following = [row for row in calling.batch.electors if row != calling.showing.person.elector_id]
    for elector in Elector.objects.filter(constituency=calling.place, pk__in=following[:-1]):
        stop_contact(by=None, person=elector.person, how="Rang the office")
        states = ElectorState.objects.filter(constituency=calling.place, elector=elector)
        states.update(stopped=",all,")
    _told, recorded = calling.tells("no_answer")
    assert recorded.showing.person.elector_id == following[-1]
    seen = Sighting.objects.filter(batch=calling.batch.key)
    assert seen.count() == 2


def test_an_undone_result_never_was_and_its_person_comes_again(calling):
    told, _recorded = calling.tells("spoke", answers={"vote": ["for"]})
    for _twice in range(2):
        showing: Any = undo_result(
            by=calling.member,
            effort=calling.effort,
            batch=calling.batch.key,
            id_on_device=told.id_on_device,
        )
        assert showing.person.elector_id == told.elector_id
    state = ElectorState.objects.get(constituency=calling.place, elector_id=told.elector_id)
    assert (state.attempts, state.voting_intention) == (0, "")
    calling.tells("no_answer", told.elector_id)
    assert calling.row(told.elector_id).state == "waiting"


def test_the_last_result_ends_the_batch_and_undoing_it_opens_it_again(town):
    calling = Calling(town, open_phone_bank(town, households=[1]))
    told, recorded = calling.tells("no_answer")
    assert recorded.showing.person is None
    assert recorded.showing.sentence == ""
    assert Batch.objects.get(constituency=town.marshfield).state == "finished"
    assert not HouseholdHold.objects.filter(constituency=town.marshfield).exists()
    undo_result(
        by=calling.member,
        effort=calling.effort,
        batch=calling.batch.key,
        id_on_device=told.id_on_device,
    )
    assert calling.showing.person.elector_id == told.elector_id
    assert Batch.objects.get(constituency=town.marshfield).state == "held"


def test_a_result_that_comes_after_the_batch_ran_out_is_kept(calling, town):
    elector_id = calling.showing.person.elector_id
    hand_back(by=calling.member, effort=calling.effort)
    other = Calling(town, calling.effort, town.organiser)
    assert elector_id in other.batch.electors
    _told, recorded = calling.tells("no_answer", elector_id)
    assert len(recorded.stored) == 1
    assert calling.row(elector_id).batch == other.batch.key
    assert calling.row(elector_id).state == "held"


def test_batches_come_back_by_time_by_an_organiser_by_a_bar_and_by_closing(town):
    effort = open_phone_bank(town, households=[1] * 40)
    helpers = [town.caller, town.organiser, town.outsider, town.data_manager]
    by_time, released, barred, closed = (Calling(town, effort, helper) for helper in helpers)
    with pytest.raises(Refused, match="Only an organiser"):
        release_batch(by=town.caller, effort=effort, key=released.batch.key)
    release_batch(by=town.organiser, effort=effort, key=released.batch.key)
    bar(by=town.headquarters, member=town.outsider, reason="Complaint")
    withdraw_from_the_barred()
    states = {batch.key: batch.state for batch in Batch.objects.filter(effort=effort)}
    assert states[released.batch.key] == states[barred.batch.key] == "withdrawn"
    assert states[by_time.batch.key] == states[closed.batch.key] == "held"
    with clock.set_to(clock.now() + timedelta(hours=2, minutes=1)):
        expire_batches()
    close_effort(by=town.organiser, effort=effort)
    states = {batch.key: batch.state for batch in Batch.objects.filter(effort=effort)}
    assert states[by_time.batch.key] == "expired"
    assert not Assignment.objects.filter(effort=effort, state="held").exists()
    assert not HouseholdHold.objects.exists()


def test_somebody_barred_can_neither_claim_nor_record(calling, town):
    bar(by=town.organiser, member=town.caller, reason="Complaint")
    town.caller.refresh_from_db()
    told = Told(uuid7(), calling.batch.electors[0], "no_answer", clock.now())
    with pytest.raises(Refused):
        record_results(
            by=town.caller, effort=calling.effort, batch=calling.batch.key, results=[told]
        )
    with pytest.raises(Refused):
        claim_batch(by=town.caller, effort=calling.effort, key=uuid7())


def test_during_a_pause_nobody_is_shown_and_results_still_count(calling, town):
    told_about = calling.showing.person.elector_id
    pause_effort(by=town.organiser, effort=calling.effort)
    _told, recorded = calling.tells("no_answer", told_about)
    assert len(recorded.stored) == 1
    assert recorded.showing.person is None
    assert "paused" in recorded.showing.sentence
