"""What this part holds on a member for the member's own sake."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.members.models import Member
from groundswell.profiles.registry import Row, register_belongings
from groundswell.safety.models import HelpCall, Shift, ShiftEvent


def register() -> None:
    """Tell of shifts, and forget them with whoever leaves."""
    register_belongings(
        "safety",
        title=gettext_lazy("When you were out, and calls for help"),
        export=_export,
        leave=_forget,
    )


def _export(member: Member) -> Iterable[Row]:
    for shift in Shift.objects.filter(member=member).order_by("checked_in_at"):
        yield {
            _("From"): shift.checked_in_at,
            _("To"): shift.checked_out_at,
            _("Buddy"): shift.buddy.name if shift.buddy else shift.buddy_name,
            _("Buddy’s telephone"): shift.buddy_phone,
        }
    for call in HelpCall.objects.filter(member=member).order_by("called_at"):
        yield {
            _("Called for help"): call.called_at,
            _("Note"): call.note,
            _("What came of it"): call.came_of_it,
        }


def _forget(member: Member) -> int:
    """Shifts go; calls for help stay, answerable, without their place and words."""
    gone = ShiftEvent.objects.filter(member=member).delete()[0]
    gone += Shift.objects.filter(member=member).delete()[0]
    gone += ShiftEvent.objects.filter(buddy=member).update(buddy=None)
    gone += Shift.objects.filter(buddy=member).update(buddy=None)
    blank = {"latitude": None, "longitude": None, "accuracy": None, "note": ""}
    return gone + HelpCall.objects.filter(member=member).update(**blank)
