"""What anybody may read and ask, without an account."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.members.access import visitor_address
from groundswell.members.limits import limit
from groundswell.privacy import commands
from groundswell.privacy.forms import PublicRequestForm


@require_safe
def notice(request: HttpRequest) -> HttpResponseBase:
    """The privacy notice."""
    return render(request, "privacy/notice.html", {"us": settings.ENVIRONMENT})


@require_safe
def your_data(request: HttpRequest) -> HttpResponseBase:
    """How we use the data of people whom we call or visit, in plain words."""
    return render(request, "privacy/your_data.html", {"us": settings.ENVIRONMENT})


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponseBase:
    """Take a request, objection or complaint from anybody."""
    form = PublicRequestForm(request.POST or None, initial={"kind": request.GET.get("kind")})
    if request.method == "POST" and form.is_valid():
        try:
            limit("public_request", visitor_address(request), per_hour=5, per_day=10)
            made = commands.receive_from_the_public(received_on=clock.today(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            request.session["asked"] = {"kind": made.kind, "due_on": made.due_on.isoformat()}
            return redirect("privacy:asked")
    return render(request, "privacy/ask.html", {"form": form})


@require_safe
def asked(request: HttpRequest) -> HttpResponseBase:
    """Say what happens now, and until when."""
    made = request.session.get("asked")
    due_on = date.fromisoformat(made["due_on"]) if made else None
    return render(request, "privacy/asked.html", {"asked": made, "due_on": due_on})
