"""How a file moves on: worked on by one process, applied when asked, cancelled."""

from collections.abc import Callable, Collection
from functools import partial
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.contact.models import PastCanvass
from groundswell.contact.past_wording import trouble_unexpected
from groundswell.contact.queries.past import folder_key, past_canvass_for
from groundswell.members.models import Member
from groundswell.register import work_folder
from groundswell.register.commands.supplies import must_manage
from groundswell.register.endings import trouble_told
from groundswell.register.work_folder import BeingWorkedOn, CancelAsked, Watch, worked_on

State = PastCanvass.State


def ask_to_apply_past(*, by: Member | None, past_id: int) -> PastCanvass:
    """Let the worker record what the check found; asking twice asks once."""
    found = managed(by, past_id)
    if found.state in {State.APPLYING, State.APPLIED}:
        return found
    if found.state != State.CHECKED:
        raise Refused(_("This file is not checked yet: wait for the check, then apply it."))
    with transaction.atomic():
        put(found, state=State.APPLYING)
        note(by, "ask_to_apply_past", found)
    return found


def cancel_past(*, by: Member | None, past_id: int) -> PastCanvass:
    """Stop the import; nothing of it is recorded."""
    found = managed(by, past_id)
    if found.state in {State.CANCELLED, State.FAILED}:
        return found
    if found.state == State.APPLIED:
        raise Refused(_("This file is recorded already: correct what is wrong on its elector."))
    work_folder.ask_to_cancel(folder_key(found.pk))
    try:
        with worked_on(folder_key(found.pk)), transaction.atomic():
            put(found, state=State.CANCELLED)
            note(by, "cancel_past", found)
    except BeingWorkedOn:
        return found
    work_folder.remove_folder(folder_key(found.pk))
    return found


def work_on(
    past_id: int,
    watch: Watch | None,
    states: Collection[str],
    work: Callable[[PastCanvass, Watch], None],
) -> PastCanvass:
    """Do a step now, in this process; safe to repeat, also after a crash in the middle.

    Ends as the step says, failed or cancelled. Raises BeingWorkedOn where another process is at it.
    """
    with worked_on(folder_key(past_id)):
        found = past_canvass_for(None, past_id)
        if found.state not in states:
            return found
        try:
            with trouble_told(
                f"Past canvassing {past_id}", partial(_fail, found), trouble_unexpected()
            ):
                work(found, watch or Watch(folder_key(past_id)))
        except CancelAsked:
            work_folder.remove_folder(folder_key(past_id))
            put(found, state=State.CANCELLED)
    return found


def _fail(found: PastCanvass, trouble: str) -> None:
    put(found, state=State.FAILED, trouble=trouble)


def managed(by: Member | None, past_id: int) -> PastCanvass:
    """The file, for a data manager of its council."""
    found = past_canvass_for(by, past_id)
    must_manage(by, found.council_id)
    return found


def put(found: PastCanvass, **values: Any) -> None:
    """Set these fields and store them."""
    for name, value in values.items():
        setattr(found, name, value)
    found.save(update_fields=list(values))


def note(by: Member | None, verb: str, found: PastCanvass, **details: object) -> None:
    """The audit line of a step."""
    write_audit_line(
        by=by.pk if by else None,
        action=f"contact.{verb}",
        subject=f"past_canvass:{found.pk}",
        details={"sha256": found.sha256, **details},
    )
