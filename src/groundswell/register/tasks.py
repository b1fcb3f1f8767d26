"""What the worker does for the register."""

from groundswell.register.commands import (
    apply_details,
    apply_import,
    check_details,
    check_import,
    screen_numbers,
)
from groundswell.register.details.folders import key_of, key_of_screening
from groundswell.register.models import DetailsImport, RegisterImport, TpsScreening
from groundswell.register.work_folder import BeingWorkedOn, nobody_at

State = RegisterImport.State


_DUE = [State.UPLOADED, State.CHECKING, State.APPLYING]


def imports_wait() -> bool:
    """Whether a register is to be checked or applied that nobody is at."""
    due = RegisterImport.objects.filter(state__in=_DUE)
    return any(nobody_at(import_id) for import_id in due.values_list("pk", flat=True))


def details_wait() -> bool:
    """The same of files of contact details."""
    due = DetailsImport.objects.filter(state__in=_DUE)
    return any(nobody_at(key_of(import_id)) for import_id in due.values_list("pk", flat=True))


def screenings_wait() -> bool:
    """The same of lists to screen our numbers against."""
    waiting = TpsScreening.objects.filter(state=TpsScreening.State.WAITING)
    return any(nobody_at(key_of_screening(one)) for one in waiting.values_list("pk", flat=True))


def move_imports_on() -> None:
    """Check and apply what is due, and what a killed process left half done; then stop.

    The rows say what is due; the lock on an import's folder says whether somebody is at it.
    """
    due = RegisterImport.objects.filter(state__in=_DUE).order_by("pk")
    for import_id, state in due.values_list("pk", "state"):
        try:
            if state == State.APPLYING:
                apply_import(import_id=import_id)
            else:
                check_import(import_id=import_id)
        except BeingWorkedOn:
            continue


def move_details_on() -> None:
    """The same for files of contact details."""
    due = DetailsImport.objects.filter(state__in=_DUE).order_by("pk")
    for import_id, state in due.values_list("pk", "state"):
        try:
            if state == State.APPLYING:
                apply_details(import_id=import_id)
            else:
                check_details(import_id=import_id)
        except BeingWorkedOn:
            continue


def move_screenings_on() -> None:
    """Screen our numbers against lists that wait."""
    waiting = TpsScreening.objects.filter(state=TpsScreening.State.WAITING).order_by("pk")
    for screening_id in waiting.values_list("pk", flat=True):
        try:
            screen_numbers(screening_id=screening_id)
        except BeingWorkedOn:
            continue
