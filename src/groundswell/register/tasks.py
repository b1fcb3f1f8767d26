"""What the worker does for the register."""

from groundswell.register.commands import apply_import, check_import
from groundswell.register.models import RegisterImport
from groundswell.register.work_folder import BeingWorkedOn

State = RegisterImport.State


def move_imports_on() -> None:
    """Check and apply what is due, and what a killed process left half done; then stop.

    The rows say what is due; the lock on an import's folder says whether somebody is at it.
    """
    due = RegisterImport.objects.filter(
        state__in=[State.UPLOADED, State.CHECKING, State.APPLYING]
    ).order_by("pk")
    for import_id, state in due.values_list("pk", "state"):
        try:
            if state == State.APPLYING:
                apply_import(import_id=import_id)
            else:
                check_import(import_id=import_id)
        except BeingWorkedOn:
            continue
