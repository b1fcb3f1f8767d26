"""The check: done by the worker, by the command line, or by a test."""

from functools import partial
from typing import Any

from django.db import transaction

from groundswell.common.audit import write_audit_line
from groundswell.register import work_folder
from groundswell.register.endings import trouble_told
from groundswell.register.file_check import check_file
from groundswell.register.models import RegisterImport
from groundswell.register.queries import import_for
from groundswell.register.work_folder import CancelAsked, Watch, worked_on

State = RegisterImport.State


def check_import(*, import_id: int, watch: Watch | None = None) -> RegisterImport:
    """Check the file now, in this process; safe to repeat, also after a crash in the middle.

    Ends as checked, failed (``trouble`` says why) or cancelled. Raises BeingWorkedOn where another
    process has it.
    """
    with worked_on(import_id):
        found = import_for(None, import_id)
        if found.state not in {State.UPLOADED, State.CHECKING, State.CHECKED}:
            return found
        _set(found, state=State.CHECKING, trouble="")
        try:
            with trouble_told(f"The check of import {import_id}", partial(failed, found)):
                summary = check_file(found, watch or Watch(import_id))
        except CancelAsked:
            return _cancelled(found)
        if found.state == State.FAILED:
            return found
        with transaction.atomic():
            _set(found, state=State.CHECKED, summary=summary, scope=found.scope)
            write_audit_line(
                by=None,
                action="register.check_import",
                subject=f"import:{found.pk}",
                details={key: summary[key] for key in ("read", "refused")},
            )
    return found


def failed(found: RegisterImport, trouble: str) -> RegisterImport:
    """The import ends; its reader learns why."""
    work_folder.remove_work(found.pk)
    return _set(found, state=State.FAILED, trouble=trouble)


def _cancelled(found: RegisterImport) -> RegisterImport:
    work_folder.remove_folder(found.pk)
    return _set(found, state=State.CANCELLED)


def _set(found: RegisterImport, **values: Any) -> RegisterImport:
    for name, value in values.items():
        setattr(found, name, value)
    found.save(update_fields=list(values))
    return found
