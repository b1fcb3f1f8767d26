"""What every caller is told before the first call."""

from typing import Any

from django.conf import settings

from groundswell.outreach.models import Effort
from groundswell.outreach.queries import hours_of


def briefing_of(effort: Effort) -> dict[str, Any]:
    """Who is calling, what to give to anybody who asks, how long it takes."""
    environment = settings.ENVIRONMENT
    return {
        "organisation_name": environment.organisation_name,
        "contact_address": environment.contact_address,
        "caller_id": environment.caller_id,
        "hours": hours_of(effort),
        "minutes": effort.batch_minutes,
    }
