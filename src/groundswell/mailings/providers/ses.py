"""Amazon SES through SNS: a notification a call, its message JSON within JSON.

SNS first asks whether the address wants its calls (``SubscriptionConfirmation``), with a link for a
person to open: it is written to the log, since nothing here opens an address that others name.
"""

import json
import logging
from collections.abc import Iterable
from typing import Any

from groundswell.mailings.providers.reports import Kind, Report

_log = logging.getLogger(__name__)


def read(told: Any) -> Iterable[Report]:
    """Deliveries, permanent bounces and complaints."""
    if told.get("Type") == "SubscriptionConfirmation":
        _log.warning("Amazon SNS asks to confirm the webhook: open %s", told.get("SubscribeURL"))
        return
    event = json.loads(told["Message"]) if "Message" in told else told
    what = event.get("notificationType") or event.get("eventType")
    headers = event.get("mail", {}).get("commonHeaders", {})
    message_id = headers.get("messageId", "")
    if what == "Delivery":
        for email in event["delivery"]["recipients"]:
            yield Report(Kind.ARRIVED, email, message_id)
    elif what == "Bounce" and event["bounce"]["bounceType"] == "Permanent":
        for bounced in event["bounce"]["bouncedRecipients"]:
            yield Report(Kind.BOUNCED, bounced["emailAddress"], message_id)
    elif what == "Complaint":
        for complained in event["complaint"]["complainedRecipients"]:
            yield Report(Kind.COMPLAINED, complained["emailAddress"], message_id)
