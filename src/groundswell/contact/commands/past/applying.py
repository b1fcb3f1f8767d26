"""Recording a checked file: all of it or nothing, in one transaction."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.contact.commands.past.checking import plan_of
from groundswell.contact.commands.past.moving import note, put, work_on
from groundswell.contact.commands.past.plan import Planned, read_plan
from groundswell.contact.commands.recording import record_attempts
from groundswell.contact.models import CanvassDoubt, PastCanvass
from groundswell.contact.queries.past import codes_by_id, folder_key
from groundswell.contact.rules.results import Receipt
from groundswell.register import work_folder
from groundswell.register.comparing.in_force import state_of_register
from groundswell.register.work_folder import Watch, folder_of

State = PastCanvass.State


def apply_past_canvass(*, past_id: int, watch: Watch | None = None) -> PastCanvass:
    """Record the checked file now; where the register changed since, it is checked first."""
    return work_on(past_id, watch, {State.CHECKED, State.APPLYING}, _apply)


def _apply(found: PastCanvass, watch: Watch) -> None:
    folder = folder_key(found.pk)
    path = folder_of(folder) / "plan.jsonl"
    if not path.exists() or found.summary.get("based_on") != state_of_register(found.council_id):
        found.summary = plan_of(found, watch)
    watch.step(_("Recording what came of each attempt"), found.summary["read"])
    done = new = 0
    with transaction.atomic():
        for planned in read_plan(path):
            new += _record([one for one in planned if not one.doubt])
            _raise_doubts(found, [one for one in planned if one.doubt])
            done += len(planned)
            watch.done(done)
        put(
            found,
            state=State.APPLIED,
            applied_at=clock.now(),
            summary={**found.summary, "recorded": new},
        )
        note(found.uploaded_by, "apply_past_canvass", found, recorded=new)
    work_folder.remove_work(folder)
    work_folder.upload_of(folder).unlink(missing_ok=True)


def _record(planned: list[Planned]) -> int:
    """How many attempts are new; nobody of ours made them, so they are nobody's."""
    codes = codes_by_id()
    stored = record_attempts(
        by=None, results=[one.as_result(codes) for one in planned], audit=False
    )
    return len({one.id_on_device for one in stored if one.receipt is Receipt.NEW})


def _raise_doubts(found: PastCanvass, planned: list[Planned]) -> None:
    CanvassDoubt.objects.bulk_create(
        [
            CanvassDoubt(
                constituency_id=one.constituency_id,
                past_canvass=found,
                elector_id=one.elector_id,
                key=one.key,
                row=one.doubt["row"],
                how=one.doubt["how"],
                likeness=one.doubt["likeness"],
                result={**one.as_json(), "doubt": {}},
                raised_at=clock.now(),
            )
            for one in planned
        ],
        ignore_conflicts=True,
    )
