"""Postmark's webhooks: one event a call (postmarkapp.com/developer/webhooks)."""

from collections.abc import Iterable
from typing import Any

from groundswell.mailings.providers.reports import Kind, Report

_KINDS = {
    "HardBounce": Kind.BOUNCED,
    "BadEmailAddress": Kind.BOUNCED,
    "ManuallyDeactivated": Kind.BOUNCED,
    "SpamComplaint": Kind.COMPLAINED,
    "SpamNotification": Kind.COMPLAINED,
}


def read(told: Any) -> Iterable[Report]:
    """A delivery, a hard bounce or a complaint; a soft bounce is no reason to stop an address."""
    if told.get("RecordType") == "Delivery":
        yield Report(Kind.ARRIVED, told["Recipient"])
    elif told.get("RecordType") in {"Bounce", "SpamComplaint"}:
        kind = _KINDS.get(told.get("Type", ""))
        if told["RecordType"] == "SpamComplaint":
            kind = Kind.COMPLAINED
        if kind is not None:
            yield Report(kind, told["Email"])
