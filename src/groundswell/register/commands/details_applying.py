"""The check and the writing of a file of contact details: by the worker, or at once."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.register import work_folder
from groundswell.register.commands.details_import import ConsentOfAll, upload_details
from groundswell.register.comparing.in_force import state_of_register
from groundswell.register.details.applying import write_details
from groundswell.register.details.checking import check_details_file
from groundswell.register.details.folders import key_of
from groundswell.register.endings import trouble_told
from groundswell.register.models import DetailsImport
from groundswell.register.queries.details_importing import details_import_for
from groundswell.register.work_folder import CancelAsked, Watch, folder_of, worked_on

State = DetailsImport.State


def check_details(*, import_id: int, watch: Watch | None = None) -> DetailsImport:
    """Check the file now, in this process; safe to repeat, also after a crash in the middle.

    Ends as checked, failed or cancelled. Raises BeingWorkedOn where another process has it.
    """
    return _work_on(import_id, watch, {State.UPLOADED, State.CHECKING, State.CHECKED}, _check)


def apply_details(*, import_id: int, watch: Watch | None = None) -> DetailsImport:
    """Write the checked file now: all of it or nothing. Where the register changed, check first."""
    return _work_on(import_id, watch, {State.CHECKED, State.APPLYING}, _apply)


def import_contact_details(
    *,
    by: Member | None,
    file: BinaryIO,
    file_name: str,
    council_id: int,
    obtained_on: date,
    source: str = "",
    consent: ConsentOfAll | None = None,
) -> DetailsImport:
    """Upload, check and apply a file whose columns are known, here and now (command line, demo)."""
    made = upload_details(
        by=by,
        file=file,
        file_name=file_name,
        council_id=council_id,
        obtained_on=obtained_on,
        source=source,
        consent=consent,
    )
    if made.state == State.NEEDS_MAPPING:
        raise Refused(
            _("The columns of this file are not known: upload it on the web to name them.")
        )
    for step in (check_details, apply_details):
        made = step(import_id=made.pk)
        if made.state == State.FAILED:
            raise Refused(made.trouble)
    return made


def _work_on(
    import_id: int,
    watch: Watch | None,
    states: set[str],
    work: Callable[[DetailsImport, Watch], None],
) -> DetailsImport:
    key = key_of(import_id)
    with worked_on(key):
        found = details_import_for(None, import_id)
        if found.state not in states:
            return found
        try:
            with trouble_told(f"Taking contact details {import_id}", partial(_fail, found)):
                work(found, watch or Watch(key))
        except CancelAsked:
            work_folder.remove_folder(key)
            _set(found, state=State.CANCELLED)
    return found


def _check(found: DetailsImport, watch: Watch) -> None:
    _set(found, state=State.CHECKING, trouble="")
    summary = check_details_file(found, watch)
    with transaction.atomic():
        _set(found, state=State.CHECKED, summary=summary)
        write_audit_line(
            by=None,
            action="register.check_details",
            subject=f"details:{found.pk}",
            details={"read": summary["read"]},
        )


def _apply(found: DetailsImport, watch: Watch) -> None:
    key = key_of(found.pk)
    plan = folder_of(key) / "plan.jsonl"
    if not plan.exists() or found.summary.get("based_on") != state_of_register(found.council_id):
        found.summary = check_details_file(found, watch)
    rows = found.summary["read"]
    step = _("Writing numbers, addresses, tags and consents")
    with transaction.atomic():
        write_details(plan, by=found.uploaded_by, total=rows, watch=watch, step=step)
        _set(found, state=State.APPLIED, applied_at=clock.now(), summary=found.summary)
        write_audit_line(
            by=found.uploaded_by_id,
            action="register.apply_details",
            subject=f"details:{found.pk}",
            details={name: n for name, n in found.summary.items() if isinstance(n, int)},
        )
    work_folder.remove_work(key)
    work_folder.upload_of(key).unlink(missing_ok=True)


def _fail(found: DetailsImport, trouble: str) -> None:
    _set(found, state=State.FAILED, trouble=trouble)


def _set(found: DetailsImport, **values: Any) -> None:
    for name, value in values.items():
        setattr(found, name, value)
    found.save(update_fields=list(values))
