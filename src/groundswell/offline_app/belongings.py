"""What telephones handed in for a member."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.members.models import Member
from groundswell.offline_app.models import Received
from groundswell.profiles.registry import Row, register_belongings


def register() -> None:
    """Tell of what the member's telephones handed in."""
    register_belongings(
        "telephones",
        title=gettext_lazy("What your telephone handed in"),
        export=_export,
        leave=_forget_devices,
    )


def _export(member: Member) -> Iterable[Row]:
    for record in Received.objects.filter(member=member).order_by("received_at").iterator():
        yield {
            _("When"): record.received_at,
            _("Telephone"): record.device,
            _("What"): record.kind,
            _("State"): record.get_state_display(),
        }


def _forget_devices(member: Member) -> int:
    """Records stay with what they record; which telephone it was goes."""
    theirs = Received.objects.filter(member=member).exclude(device="")
    return theirs.update(device="", app_version="")
