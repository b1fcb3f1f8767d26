"""Photographs of sheets: added, shown, deleted."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from groundswell.common.errors import Refused
from groundswell.members.access import current_member
from groundswell.members.limits import limit
from groundswell.paper.commands.photos import attach_photo, delete_photo
from groundswell.paper.models import SheetPhoto
from groundswell.paper.queries.photos import photo_seen_by
from groundswell.paper.queries.printings import printing_seen_by
from groundswell.paper.views.who import walkers_and_organisers

PER_HOUR = 120
# A browser shows a bare picture on a page, and with a style, of its own.
_POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"


@require_POST
@walkers_and_organisers
def attach(request: HttpRequest, round_code: str, sheet: int, printing: int) -> HttpResponse:
    """Add a photograph of a sheet."""
    member = current_member(request)
    found = printing_seen_by(member, round_code, printing)
    sent = request.FILES.get("photo")
    try:
        limit("attach_photo", member, per_hour=PER_HOUR)
        attach_photo(by=member, printing=found, sheet=sheet, file=sent.file if sent else None)
        messages.success(request, _("The photograph is kept with the sheet."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("paper:key", found.round.code, sheet, found.number)


@require_GET
@walkers_and_organisers
def photo(request: HttpRequest, photo_id: int) -> HttpResponse:
    """The picture itself, kept by nothing on the way."""
    found = photo_seen_by(current_member(request), photo_id)
    answer = HttpResponse(bytes(found.picture), content_type="image/jpeg")
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Security-Policy"] = _POLICY
    return answer


@require_POST
@walkers_and_organisers
def delete(request: HttpRequest, photo_id: int) -> HttpResponse:
    """Delete it."""
    member = current_member(request)
    found: SheetPhoto = photo_seen_by(member, photo_id)
    delete_photo(by=member, photo=found)
    messages.success(request, _("The photograph is deleted."))
    return redirect("paper:key", found.printing.round.code, found.sheet, found.printing.number)
