"""Where mail services tell what became of our mails."""

import json

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from groundswell.common.errors import NotFound
from groundswell.mailings.commands import take_reports
from groundswell.mailings.providers import services

_MOST = 2_000_000


@csrf_exempt  # a service has no session: the secret in the address vouches for it
@require_POST
def reports(request: HttpRequest, service: str, secret: str) -> HttpResponse:
    """Take the reports of one call; 400 where they cannot be read."""
    known = services().get(service)
    if known is None or not known.is_secret(secret):
        raise NotFound
    if len(request.body) > _MOST:
        return HttpResponse(status=413)
    try:
        told = list(known.read(json.loads(request.body)))
    except (ValueError, KeyError, TypeError, AttributeError):
        return HttpResponse(status=400)
    take_reports(reports=told)
    return HttpResponse(status=204)
