"""Our own form, for a mail server's script: ``{"events": [{"kind", "email", "message_id"}]}``.

``kind`` is "arrived", "bounced" (for good: an address that does not exist) or "complained". Also
the pretend service of the tests and of the demo.
"""

from collections.abc import Iterable
from typing import Any

from groundswell.mailings.providers.reports import Kind, Report


def read(told: Any) -> Iterable[Report]:
    """What it reports."""
    for event in told["events"]:
        if event["kind"] in set(Kind):
            yield Report(Kind(event["kind"]), event.get("email", ""), event.get("message_id", ""))
