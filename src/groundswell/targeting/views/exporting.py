"""Downloading the people of a universe, where the installation allows it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from groundswell.common.errors import Refused
from groundswell.members.access import current_member, role_required
from groundswell.members.limits import limit
from groundswell.members.models import Role
from groundswell.targeting.commands import export_universe
from groundswell.targeting.forms.exporting import ExportForm
from groundswell.targeting.queries import downloads_for, universe_for

PER_HOUR = 10


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.Kind.ORGANISER)
def export(request: HttpRequest, universe_id: int) -> HttpResponse:
    """What a download means, the reason for it, and the file."""
    member = current_member(request)
    universe = universe_for(member, universe_id)
    form = ExportForm(request.POST or None)
    if form.is_valid():
        try:
            limit("export", member, per_hour=PER_HOUR)
            made = export_universe(
                by=member, universe_id=universe_id, reason=form.cleaned_data["reason"]
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            answer = HttpResponse(made.content, content_type="text/csv; charset=utf-8")
            answer["Content-Disposition"] = f'attachment; filename="{made.name}"'
            return answer
    allowed = settings.ENVIRONMENT.export_allowed
    shown = {
        "universe": universe,
        "form": form,
        "allowed": allowed,
        "downloads": downloads_for(member),
    }
    return render(request, "targeting/export.html", shown)
