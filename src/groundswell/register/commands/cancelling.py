"""Stopping an import."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.register import work_folder
from groundswell.register.commands.supplies import must_manage
from groundswell.register.models import RegisterImport
from groundswell.register.queries import import_for
from groundswell.register.work_folder import BeingWorkedOn, worked_on

State = RegisterImport.State


def cancel_import(*, by: Member | None, import_id: int) -> RegisterImport:
    """Stop the import; the register stays as it was.

    Where a process works on it this moment, that one stops at its next step and sets the state.
    """
    found = import_for(by, import_id)
    must_manage(by, found.council_id)
    if found.state in {State.CANCELLED, State.FAILED}:
        return found
    if found.state == State.APPLIED:
        raise Refused(
            _(
                "This import is applied already: to put it right, "
                "import the register as it should be."
            )
        )
    work_folder.ask_to_cancel(found.pk)
    try:
        with worked_on(found.pk), transaction.atomic():
            found.state = State.CANCELLED
            found.save(update_fields=["state"])
            write_audit_line(
                by=by.pk if by else None,
                action="register.cancel_import",
                subject=f"import:{found.pk}",
            )
    except BeingWorkedOn:
        return found
    work_folder.remove_folder(found.pk)
    return found
