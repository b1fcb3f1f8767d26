"""Pages on which data managers look at places and bring in files of them."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common.errors import Refused
from groundswell.places import commands, queries
from groundswell.places.doors import for_data_managers
from groundswell.places.forms import UploadForm
from groundswell.places.models import AreaUpload
from groundswell.places.reading import Reason

State = AreaUpload.State
_WAITING = {State.UPLOADED, State.APPLYING}
_STEP = {State.UPLOADED: 2, State.CHECKED: 3, State.APPLYING: 3, State.APPLIED: 4, State.FAILED: 2}


@require_http_methods(["GET", "POST"])
@for_data_managers
def overview(request: HttpRequest) -> HttpResponse:
    """What places are known, what was uploaded, and the form for more."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            upload = _upload(request, form.cleaned_data)
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("places:upload", upload.pk)
    shown = {
        "form": form,
        "steps": _steps(),
        "kinds": queries.areas_by_kind(),
        "sources": queries.postcode_sources(),
        "uploads": queries.latest_uploads(),
    }
    return render(request, "places/overview.html", shown, status=422 if form.errors else 200)


@require_GET
@for_data_managers
def upload(request: HttpRequest, upload_id: int) -> HttpResponse:
    """One file: what the check found, and the button that applies it."""
    found = queries.upload_named(upload_id)
    shown = {
        "upload": found,
        "waiting": found.state in _WAITING,
        "steps": _steps(),
        "step": _STEP[State(found.state)],
        "reasons": _reasons(found),
        "refused_rows": [
            (line, text, queries.REASONS[Reason(reason)])
            for line, text, reason in found.summary.get("refused_rows", [])
        ],
    }
    piece = request.headers.get("HX-Request") == "true"
    name = "places/parts/upload_body.html" if piece else "places/upload.html"
    return render(request, name, shown)


@require_POST
@for_data_managers
def apply(request: HttpRequest, upload_id: int) -> HttpResponse:
    """Load what a checked file holds."""
    commands.ask_to_apply(by=_who(request), upload_id=upload_id)
    return redirect("places:upload", upload_id)


def _upload(request: HttpRequest, given: dict[str, Any]) -> AreaUpload:
    return commands.upload_places(
        by=_who(request),
        file=given["file"].file,
        name=given["file"].name,
        area_kind=given["area_kind"],
        valid_from=given["valid_from"],
        replaces=given["replaces"],
    )


def _who(request: HttpRequest) -> AbstractBaseUser:
    if not isinstance(request.user, AbstractBaseUser):
        raise PermissionDenied
    return request.user


def _reasons(found: AreaUpload) -> list[tuple[str, int]]:
    """Why rows were left out, and how many for each reason."""
    refused = found.summary.get("refused", {})
    return [(str(queries.REASONS[Reason(reason)]), count) for reason, count in refused.items()]


def _steps() -> list[str]:
    return [_("Upload"), _("Check"), _("Apply")]
