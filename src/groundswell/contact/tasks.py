"""What the worker does for this part."""

from groundswell.contact.commands.past import apply_past_canvass, check_past_canvass
from groundswell.contact.models import PastCanvass
from groundswell.contact.queries.past import folder_key
from groundswell.register.work_folder import BeingWorkedOn, nobody_at

State = PastCanvass.State


_DUE = [State.UPLOADED, State.CHECKING, State.APPLYING]


def past_canvass_waits() -> bool:
    """Whether a file is to be checked or recorded that nobody is at."""
    due = PastCanvass.objects.filter(state__in=_DUE)
    return any(nobody_at(folder_key(past_id)) for past_id in due.values_list("pk", flat=True))


def move_past_canvass_on() -> None:
    """Check and record files that are due, and what a killed process left half done."""
    due = PastCanvass.objects.filter(state__in=_DUE).order_by("pk")
    for past_id, state in due.values_list("pk", "state"):
        try:
            if state == State.APPLYING:
                apply_past_canvass(past_id=past_id)
            else:
                check_past_canvass(past_id=past_id)
        except BeingWorkedOn:
            continue
