"""Implausible results are held, the caller is told and answers, a person decides."""

from datetime import timedelta

import pytest
from django.db.models import Sum

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.common.models import OutgoingMail
from groundswell.contact.models import Tally
from groundswell.members.commands import bar
from groundswell.outreach.commands import Told, claim_batch, join_effort, record_results, show_next
from groundswell.outreach.commands.flags import (
    decide_flag,
    look_at_effort,
    look_for_implausible_results,
    reply_to_flag,
)
from groundswell.outreach.models import Flag
from groundswell.outreach.queries.flags import evidence_in_words, flags_about, flags_to_decide
from tests.phone_bank import open_phone_bank

TOO_QUICK, TRUE_TO_LIFE = 2, 25


def call(member, effort, people, *, seconds):
    """Nobody answers ``people`` calls, each taking so many seconds."""
    join_effort(by=member, effort=effort, agreed=True)
    for _ in range(people):
        batch = claim_batch(by=member, effort=effort, key=uuid7())
        person = show_next(by=member, effort=effort).person
        assert batch is not None
        assert person is not None
        told = Told(
            id_on_device=uuid7(),
            elector_id=person.elector_id,
            outcome="no_answer",
            made_at=clock.now(),
            seconds=seconds,
        )
        record_results(by=member, effort=effort, batch=batch.key, results=[told])


@pytest.fixture
def effort(town):
    return open_phone_bank(town, households=[1] * 40, joining="vetted")


def counted():
    return Tally.objects.aggregate(n=Sum("attempts"))["n"]


def test_an_honest_caller_is_left_alone_and_an_inventing_one_is_held(town, effort):
    call(town.caller, effort, 12, seconds=TRUE_TO_LIFE)
    call(town.vetted, effort, 12, seconds=TOO_QUICK)
    look_for_implausible_results()
    (flag,) = Flag.objects.all()
    assert (flag.member, flag.rule) == (town.vetted, Flag.Rule.PACE)
    assert counted() == 12
    assert ("Results faster than a call can be", "12") in evidence_in_words(flag)
    look_for_implausible_results()
    assert Flag.objects.count() == 1


def test_the_caller_is_told_answers_and_reads_the_decision(town, effort):
    call(town.vetted, effort, 12, seconds=TOO_QUICK)
    (flag,) = look_at_effort(effort_id=effort.pk)
    assert OutgoingMail.objects.get(to=town.vetted.email).key == f"flag:{flag.pk}:raised"
    reply_to_flag(by=town.vetted, flag_id=flag.pk, reply="My telephone tapped for me.")
    with pytest.raises(Refused, match="decided already"):
        reply_to_flag(by=town.caller, flag_id=flag.pk, reply="I speak for another.")
    decide_flag(by=town.organiser, flag_id=flag.pk, fair=True, reason="I rang them: all true.")
    flag.refresh_from_db()
    assert (flag.decision, flag.reply) == (Flag.Decision.FAIR, "My telephone tapped for me.")
    assert counted() == 12
    assert "all true" in OutgoingMail.objects.get(key=f"flag:{flag.pk}:decided").body
    with pytest.raises(Refused, match="decided already"):
        reply_to_flag(by=town.vetted, flag_id=flag.pk, reply="One more thing.")


def test_only_an_organiser_of_the_area_decides_and_never_on_themself(town, effort):
    call(town.vetted, effort, 12, seconds=TOO_QUICK)
    call(town.organiser, effort, 12, seconds=TOO_QUICK)
    look_at_effort(effort_id=effort.pk)
    theirs = Flag.objects.get(member=town.vetted)
    own = Flag.objects.get(member=town.organiser)
    for member, flag in [
        (town.organiser_elsewhere, theirs),
        (town.vetted, theirs),
        (town.organiser, own),
    ]:
        with pytest.raises(NotFound):
            decide_flag(by=member, flag_id=flag.pk, fair=True, reason="Because.")
    with pytest.raises(Refused, match="why you decide"):
        decide_flag(by=town.organiser, flag_id=theirs.pk, fair=True, reason=" ")
    assert list(flags_to_decide(town.organiser)) == [theirs]
    assert list(flags_about(town.vetted)) == [theirs]


def test_invented_results_stay_out_and_later_ones_count(town, effort):
    call(town.vetted, effort, 12, seconds=TOO_QUICK)
    (flag,) = look_at_effort(effort_id=effort.pk)
    decide_flag(by=town.organiser, flag_id=flag.pk, fair=False, reason="Nobody was rung.")
    assert counted() == 0
    with clock.set_to(clock.now() + timedelta(minutes=1)):
        call(town.vetted, effort, 10, seconds=TRUE_TO_LIFE)
        assert look_at_effort(effort_id=effort.pk) == []
    assert counted() == 10


def test_the_results_of_somebody_barred_wait_for_review(
    town, effort, django_capture_on_commit_callbacks
):
    call(town.vetted, effort, 3, seconds=TRUE_TO_LIFE)
    with django_capture_on_commit_callbacks(execute=True):
        bar(by=town.organiser, member=town.vetted, reason="Rude to people.")
    (flag,) = Flag.objects.all()
    assert flag.rule == Flag.Rule.BARRED
    assert counted() == 0
    assert not OutgoingMail.objects.filter(key__startswith="flag:").exists()
    decide_flag(by=town.organiser, flag_id=flag.pk, fair=True, reason="The calls were real.")
    assert counted() == 3
