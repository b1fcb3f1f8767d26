"""Mailgun's webhooks: one event a call, under ``event-data``."""

from collections.abc import Iterable
from typing import Any

from groundswell.mailings.providers.reports import Kind, Report


def read(told: Any) -> Iterable[Report]:
    """A delivery, a permanent failure or a complaint."""
    event = told["event-data"]
    kind = {
        "delivered": Kind.ARRIVED,
        "complained": Kind.COMPLAINED,
        "failed": Kind.BOUNCED if event.get("severity") == "permanent" else None,
    }.get(event.get("event"))
    if kind is not None:
        headers = event.get("message", {}).get("headers", {})
        yield Report(kind, event["recipient"], headers.get("message-id", ""))
