"""What was promised is kept: the hour that somebody named, and the rest of a household."""

from datetime import timedelta

import pytest

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.commands import AttemptResult, record_attempts
from groundswell.outreach.commands import Told, claim_batch, join_effort, record_results
from groundswell.outreach.commands import refresh_queue as refresh
from groundswell.privacy.commands import stop_contact
from groundswell.register.models import Elector
from tests.phone_bank import open_phone_bank, universe_of

NEVER_CONTACTED = {"match": "all", "conditions": [{"kind": "never_contacted"}]}
IN_THREE_HOURS = timedelta(hours=3)


def claimed_by(member, effort):
    """Whom this member is given now, in no order."""
    join_effort(by=member, effort=effort, agreed=True)
    batch = claim_batch(by=member, effort=effort, key=uuid7())
    return (batch.key, set(batch.electors)) if batch else (None, set())


def tell(member, effort, batch, elector_id, outcome, call_back_at=None):
    told = Told(uuid7(), elector_id, outcome, clock.now(), call_back_at=call_back_at)
    recorded = record_results(by=member, effort=effort, batch=batch, results=[told])
    assert recorded.stored == (told.id_on_device,)


@pytest.mark.parametrize("channel", ["phone", "door", "post"])
def test_a_household_spoken_to_by_any_channel_is_left_alone_by_telephone(town, channel):
    effort = open_phone_bank(town, households=[2, 1], ends_on=clock.today() + timedelta(days=60))
    spoken_to, mate, other = Elector.objects.order_by("pk").values_list("pk", flat=True)
    met = AttemptResult(
        id_on_device=uuid7(),
        constituency_id=town.marshfield.pk,
        elector_id=spoken_to,
        channel=channel,
        outcome="spoke",
        made_at=clock.now(),
    )
    record_attempts(by=town.organiser, results=[met])
    refresh(effort=effort)
    assert claimed_by(town.caller, effort)[1] == {other}
    with clock.set_to(clock.now() + timedelta(days=28, minutes=1)):
        assert claimed_by(town.organiser, effort)[1] == {spoken_to, mate}


@pytest.mark.parametrize("refreshed", [True, False])
def test_somebody_who_named_an_hour_is_rung_then_while_the_others_rest(town, refreshed):
    effort = open_phone_bank(town, households=[2])
    batch, (asked, mate) = claimed_by(town.caller, effort)
    tell(town.caller, effort, batch, asked, "call_back", clock.now() + IN_THREE_HOURS)
    tell(town.caller, effort, batch, mate, "spoke")
    if refreshed:
        refresh(effort=effort)
    assert claimed_by(town.caller, effort)[1] == set()
    with clock.set_to(clock.now() + IN_THREE_HOURS + timedelta(minutes=1)):
        again, people = claimed_by(town.caller, effort)
        assert people == {asked}
        tell(town.caller, effort, again, asked, "spoke")
    with clock.set_to(clock.now() + timedelta(days=2)):
        refresh(effort=effort)
        assert claimed_by(town.caller, effort)[1] == set()


def test_a_promise_is_kept_though_the_universe_is_of_others_by_now(
    town, django_capture_on_commit_callbacks
):
    universe = universe_of(town, name="Never contacted")
    universe.rule = NEVER_CONTACTED
    universe.save()
    effort = open_phone_bank(town, households=[1, 1], universe=universe)
    batch, (asked, gone) = claimed_by(town.caller, effort)
    tell(town.caller, effort, batch, asked, "call_back", clock.now() + IN_THREE_HOURS)
    tell(town.caller, effort, batch, gone, "call_back", clock.now() + IN_THREE_HOURS)
    refresh(effort=effort)
    person = Elector.objects.get(constituency=town.marshfield, pk=gone).person
    with django_capture_on_commit_callbacks(execute=True):
        stop_contact(by=None, person=person, how="Wrote to us")
    with clock.set_to(clock.now() + IN_THREE_HOURS + timedelta(minutes=1)):
        assert claimed_by(town.caller, effort)[1] == {asked}
