"""What every page's frame needs."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """The organisation's name and imprint."""
    environment = settings.ENVIRONMENT
    return {"organisation": {"name": environment.organisation_name, "imprint": environment.imprint}}
