"""Claiming a batch: to one caller alone, within the rules, whole households, never twice."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.contact.models import ElectorState
from groundswell.members.commands import vet
from groundswell.outreach.commands import (
    claim_batch,
    hand_back,
    join_effort,
    open_effort,
    pause_effort,
    refresh_queue,
    show_next,
)
from groundswell.outreach.models import Assignment, Batch, Effort, HouseholdHold
from groundswell.outreach.rules import CallingHours
from tests.phone_bank import open_phone_bank, people_in, universe_of


def claim(member, effort, key=None):
    join_effort(by=member, effort=effort, agreed=True)
    return claim_batch(by=member, effort=effort, key=key or uuid7())


def held(effort):
    return Assignment.objects.filter(
        constituency=effort.area, effort=effort, state=Assignment.State.HELD
    )


def test_a_batch_is_at_most_ten_people_and_their_households_are_whole(town):
    effort = open_phone_bank(town, households=[3, 3, 3, 3, 2])
    batch = claim(town.caller, effort)
    homes = list(held(effort).values_list("household_id", flat=True))
    assert batch.people == len(homes) == 9
    assert sorted(homes.count(home) for home in set(homes)) == [3, 3, 3]
    assert HouseholdHold.objects.filter(constituency=town.marshfield).count() == 3


def test_a_household_larger_than_a_batch_is_cut(town):
    effort = open_phone_bank(town, households=[12], batch_size=10)
    assert claim(town.caller, effort).people == 10
    assert claim(town.vetted, reopened(effort, town, "vetted")) is None


def test_what_is_left_of_a_batch_does_not_tear_the_next_household(town):
    """Behind nine who can be called are so many who rest that the next home is looked at later."""
    effort = open_phone_bank(town, households=[1] * 20 + [3])
    queue = Assignment.objects.filter(constituency=town.marshfield, effort=effort)
    resting = queue.order_by("position").values_list("elector_id", flat=True)[9:20]
    states = ElectorState.objects.filter(constituency=town.marshfield)
    states.filter(elector__in=list(resting)).update(rests_until=clock.now() + timedelta(days=5))
    assert claim(town.caller, effort).people == 9
    assert queue.filter(state=Assignment.State.WAITING, ready_at__lte=clock.now()).count() == 3


def test_the_same_key_and_a_second_claim_give_the_same_batch(town):
    effort = open_phone_bank(town, households=[1] * 30)
    first = claim(town.caller, effort)
    assert claim(town.caller, effort, key=first.key).key == first.key
    assert claim(town.caller, effort).key == first.key
    assert held(effort).count() == 10


def test_the_key_of_anybody_elses_batch_gives_nothing(town):
    effort = open_phone_bank(town, households=[1] * 30)
    other = open_phone_bank(town, universe=universe_of(town, name="The same people"))
    bobs = claim(town.caller, effort)
    for member, where in ((town.organiser, effort), (town.caller, other)):
        with pytest.raises(NotFound):
            claim(member, where, key=bobs.key)
    bobs.refresh_from_db()
    assert (bobs.people, bobs.member, held(effort).count()) == (10, town.caller, 10)
    assert claim(town.organiser, effort).people == 10


def test_two_callers_get_different_people(town):
    effort = open_phone_bank(town, households=[2] * 10, joining=Effort.Joining.VETTED)
    claim(town.caller, effort)
    claim(town.vetted, effort)
    people = list(held(effort).values_list("elector_id", flat=True))
    assert len(people) == len(set(people)) == 20


def test_a_household_in_one_effort_is_in_no_other_until_it_comes_back(town):
    effort = open_phone_bank(town, households=[2] * 5)
    other = open_phone_bank(town, universe=universe_of(town, name="The same people"))
    assert claim(town.caller, effort).people == 10
    assert claim(town.organiser, other) is None
    hand_back(by=town.caller, effort=effort)
    with clock.set_to(clock.now() + timedelta(minutes=11)):
        assert claim(town.organiser, other).people == 10


@pytest.mark.parametrize(
    ("local", "allowed"),
    [
        ("2026-11-23 08:59", False),
        ("2026-11-23 09:00", True),
        ("2026-11-23 20:00", False),
        ("2026-11-28 09:30", False),
        ("2026-11-28 10:00", True),
    ],
)
def test_nobody_is_handed_out_outside_the_calling_hours(town, local, allowed):
    with clock.set_to(timezone.make_aware(datetime.fromisoformat(local))):
        effort = open_phone_bank(town, households=[1], hours=CallingHours())
        if allowed:
            assert claim(town.caller, effort).people == 1
        else:
            with pytest.raises(Refused, match="Calling goes on"):
                claim(town.caller, effort)


def test_outside_its_dates_and_while_paused_nobody_is_handed_out(town):
    tomorrow = clock.today() + timedelta(days=1)
    effort = open_phone_bank(town, households=[1] * 3, starts_on=tomorrow)
    with pytest.raises(Refused, match="Come back then"):
        claim(town.caller, effort)
    with clock.set_to(clock.now() + timedelta(days=1)):
        pause_effort(by=town.organiser, effort=effort)
        with pytest.raises(Refused, match="paused"):
            claim(town.caller, effort)
        open_effort(by=town.organiser, effort=effort)
        assert claim(town.caller, effort).people == 3


def test_nobody_calls_more_people_a_day_than_the_cap(town):
    effort = open_phone_bank(town, households=[1] * 9, batch_size=5, cap_per_day=5)
    part = join_effort(by=town.caller, effort=effort, agreed=True)
    part.called, part.called_on = 3, clock.today()
    part.save()
    assert claim(town.caller, effort).people == 2
    hand_back(by=town.caller, effort=effort)
    part.called = 5
    part.save()
    with pytest.raises(Refused, match="5 people today"):
        claim(town.caller, effort)
    with clock.set_to(clock.now() + timedelta(days=1)):
        assert claim(town.caller, effort).people == 5


def test_a_supporter_gets_one_batch_until_somebody_vouches_for_them(town):
    effort = open_phone_bank(town, households=[1] * 30, joining=Effort.Joining.LINK)
    assert claim(town.supporter, effort).people == 10
    hand_back(by=town.supporter, effort=effort)
    with pytest.raises(Refused, match="vouches for you"):
        claim(town.supporter, effort)
    vet(by=town.organiser, member=town.supporter)
    town.supporter.refresh_from_db()
    assert claim(town.supporter, effort).people == 10


def test_only_whom_it_is_open_to_may_take_part(town):
    effort = open_phone_bank(town, households=[1] * 3)
    for stranger in (town.supporter, town.vetted):
        with pytest.raises(Refused, match="for members"):
            claim(stranger, effort)
    with pytest.raises(Refused, match="agree"):
        join_effort(by=town.caller, effort=effort, agreed=False)
    with pytest.raises(Refused, match="agree"):
        claim_batch(by=town.caller, effort=effort, key=uuid7())
    assert claim(town.caller, effort).people == 3


def test_whoever_cannot_be_called_is_passed_over_and_does_not_stand_in_the_way(town):
    effort = open_phone_bank(town, households=[1] * 60)
    states = ElectorState.objects.filter(constituency=town.marshfield).order_by("elector_id")
    ids = list(states.values_list("pk", flat=True))
    rests = clock.now() + timedelta(days=2)
    ElectorState.objects.filter(pk__in=ids[:20]).update(rests_until=rests)
    ElectorState.objects.filter(pk__in=ids[20:30]).update(stopped=",phone,")
    ElectorState.objects.filter(pk__in=ids[30:40]).update(callable_until=None)
    assert claim(town.caller, effort).people == 10
    rows = Assignment.objects.filter(constituency=town.marshfield, effort=effort)
    assert rows.filter(ready_at=rests).count() == 20
    assert rows.filter(state=Assignment.State.LEFT).count() == 20
    with clock.set_to(rests + timedelta(minutes=1)):
        assert claim(town.organiser, effort).people == 10


def test_a_promised_call_back_comes_first_when_its_time_has_come(town):
    effort = open_phone_bank(town, households=[1] * 30)
    last = Assignment.objects.filter(constituency=town.marshfield).latest("position")
    last.state, last.outcome = Assignment.State.PROMISED, "call_back"
    last.ready_at = clock.now() + timedelta(hours=1)
    last.save()
    assert last.elector_id not in claim(town.caller, effort).electors
    with clock.set_to(clock.now() + timedelta(hours=1, minutes=1)):
        later = claim(town.organiser, effort)
        assert last.elector_id in later.electors
        hand_back(by=town.organiser, effort=effort)
    last.refresh_from_db()
    assert last.state == Assignment.State.PROMISED


def test_somebody_without_a_household_is_held_once_too(town):
    (elector,) = people_in(town.riverside, town.marshfield, [1])
    type(elector).objects.filter(pk=elector.pk).update(household=None)
    ElectorState.objects.filter(elector=elector).update(household=None)
    effort, other = open_phone_bank(town), open_phone_bank(town)
    assert claim(town.caller, effort).people == 1
    assert claim(town.organiser, other) is None


def test_the_queue_follows_its_universe(town):
    effort = open_phone_bank(town, households=[1] * 3)
    newcomer = people_in(town.riverside, town.marshfield, [1])[0]
    gone = Assignment.objects.filter(constituency=town.marshfield).earliest("position")
    ElectorState.objects.filter(elector=gone.elector_id).update(in_force=False)
    refresh_queue(effort=effort)
    people = set(claim(town.caller, effort).electors)
    assert newcomer.pk in people
    assert gone.elector_id not in people
    assert effort.queues.get().people == 3


def test_a_batch_that_has_run_out_gives_way_to_a_new_one(town):
    effort = open_phone_bank(town, households=[1] * 10)
    first = claim(town.caller, effort)
    with clock.set_to(clock.now() + timedelta(minutes=effort.batch_minutes + 1)):
        assert "time for these people is over" in show_next(by=town.caller, effort=effort).sentence
        second = claim(town.organiser, effort)
    assert second.key != first.key
    assert Batch.objects.get(constituency=town.marshfield, key=first.key).state == "expired"


def reopened(effort, town, _role):
    effort.joining = Effort.Joining.VETTED
    effort.save()
    return effort
