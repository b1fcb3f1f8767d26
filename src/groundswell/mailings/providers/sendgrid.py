"""SendGrid's event webhook: a list of events a call."""

from collections.abc import Iterable
from typing import Any

from groundswell.mailings.providers.reports import Kind, Report


def read(told: Any) -> Iterable[Report]:
    """Deliveries, bounces (those it calls blocked may pass, and stop nothing) and complaints."""
    for event in told:
        kind = {
            "delivered": Kind.ARRIVED,
            "spamreport": Kind.COMPLAINED,
            "bounce": None if event.get("type") == "blocked" else Kind.BOUNCED,
        }.get(event.get("event"))
        if kind is not None:
            yield Report(kind, event["email"], event.get("smtp-id", ""))
