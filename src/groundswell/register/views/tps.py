"""The Telephone Preference Service: loading a list, and how our numbers stand."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groundswell.common.errors import Refused
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Role
from groundswell.register.commands import upload_tps_list
from groundswell.register.forms import TpsForm
from groundswell.register.models import TpsScreening
from groundswell.register.queries import numbers_standing, screening_in_force, screenings
from groundswell.register.views.sections import sections
from groundswell.register.views.steps import is_piece


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.Kind.DATA_MANAGER)
def tps(request: HttpRequest) -> HttpResponse:
    """The last screening, for how long it holds, and the form for the next list."""
    member = current_member(request)
    form = TpsForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        given = form.cleaned_data
        try:
            made = upload_tps_list(
                by=member,
                file=given["file"].file,
                file_name=given["file"].name,
                listed_on=given["listed_on"],
                complete=given["complete"],
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            if made.state == TpsScreening.State.DONE:
                messages.info(request, _("Our numbers were screened against this list already."))
            return redirect("register:tps")
    loaded = list(screenings()[:20])
    shown = {
        "form": form,
        "last": screening_in_force(),
        "standing": numbers_standing(member),
        "screenings": loaded,
        "waiting": any(one.state == TpsScreening.State.WAITING for one in loaded),
        "tabs": sections(member, "tps"),
    }
    page = "parts/tps_standing.html" if is_piece(request) else "tps.html"
    return render(request, f"register/{page}", shown)
