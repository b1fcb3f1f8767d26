"""What outreach holds on a person is shown to them, and erased."""

from datetime import timedelta
from uuid import uuid4

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.outreach.commands import (
    claim_batch,
    forget_old_batches,
    forget_person,
    join_effort,
)
from groundswell.outreach.models import Assignment, Batch
from groundswell.privacy.registry import holders
from groundswell.register.models import Elector
from tests.phone_bank import open_phone_bank


def claimed(town):
    effort = open_phone_bank(town, households=[1, 1])
    join_effort(by=town.caller, effort=effort, agreed=True)
    return claim_batch(by=town.caller, effort=effort, key=uuid7())


def test_a_person_is_told_of_the_phone_banks_they_are_on_and_forgotten(town):
    batch = claimed(town)
    elector = Elector.objects.get(constituency=town.marshfield, pk=batch.electors[0])
    holder = next(one for one in holders() if one.name == "outreach")
    (row,) = holder.export(elector.person)
    assert "Riverside, first round" in row.values()
    assert "With a caller" in row.values()
    assert forget_person(elector.person) == 2
    assert forget_person(elector.person) == 0
    assert list(holder.export(elector.person)) == []
    batch.refresh_from_db()
    assert batch.electors == [batch.electors[-1]] != [elector.pk]
    assert Assignment.objects.filter(constituency=town.marshfield).count() == 1
    assert forget_person(uuid4()) == 0


def test_who_was_in_a_batch_is_kept_no_longer_than_results_may_come(town):
    batch = claimed(town)
    with clock.set_to(clock.now() + timedelta(days=8)):
        forget_old_batches()
        assert len(Batch.objects.get(pk=batch.pk).electors) == 2
    with clock.set_to(clock.now() + timedelta(days=9)):
        forget_old_batches()
        assert Batch.objects.get(pk=batch.pk).electors == []
