"""Looking for electors of one's areas."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from groundswell.common.errors import Refused
from groundswell.members.access import current_member, role_required
from groundswell.members.limits import limit
from groundswell.privacy.commands import note_sighting
from groundswell.register.forms import SearchForm
from groundswell.register.queries import SEES_ELECTORS, Found, find_electors
from groundswell.register.views.steps import is_piece

PER_MINUTE, PER_HOUR = 20, 200


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*SEES_ELECTORS)
def electors(request: HttpRequest) -> HttpResponse:
    """Search; by POST, so that no name stands in an address that others keep."""
    member = current_member(request)
    form = SearchForm(request.POST or None, member=member)
    found: Found | None = None
    if form.is_valid() and form.cleaned_data["q"].strip():
        try:
            limit("search", member, per_minute=PER_MINUTE, per_hour=PER_HOUR)
            found = find_electors(member, form.cleaned_data["q"], form.cleaned_data.get("area"))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            people = {elector.person for elector in found.electors}
            note_sighting(by=member, purpose="search", people=people)
    shown = {"form": form, "found": found}
    page = "parts/electors_found.html" if is_piece(request) else "electors.html"
    return render(request, f"register/{page}", shown)
