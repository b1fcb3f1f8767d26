"""The records of supply, and the destruction of what was supplied."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Role
from groundswell.register.commands import destroy_supply
from groundswell.register.models import SupplyRecord
from groundswell.register.queries import supplies_for
from groundswell.register.views.sections import sections


@require_safe
@role_required(Role.Kind.DATA_MANAGER)
def supplies(request: HttpRequest) -> HttpResponse:
    """Every supply: under what right, until when, and what became of it."""
    member = current_member(request)
    found = supplies_for(member).order_by("destroy_by")
    shown = {"supplies": found, "tabs": sections(member, "supplies"), "today": clock.today()}
    return render(request, "register/supplies.html", shown)


@require_safe
@role_required(Role.Kind.DATA_MANAGER)
def supply(request: HttpRequest, supply_id: int) -> HttpResponse:
    """One supply, its imports, and its destruction behind a word to be typed."""
    found = _supply(request, supply_id)
    return render(request, "register/supply.html", {"supply": found})


@require_POST
@role_required(Role.Kind.DATA_MANAGER)
def destroy(request: HttpRequest, supply_id: int) -> HttpResponse:
    """Destroy what was supplied; the word must be typed, for nothing brings it back."""
    found = _supply(request, supply_id)
    if request.POST.get("word", "").strip().lower() != _("destroy"):
        raise Refused(
            _("Nothing was destroyed: go back and type the word “%(word)s” to do it.")
            % {"word": _("destroy")}
        )
    destroy_supply(by=current_member(request), supply_id=found.pk)
    messages.success(request, _("Destroyed. The certificate is below."))
    return redirect("register:supply", supply_id)


@require_safe
@role_required(Role.Kind.DATA_MANAGER)
def certificate(request: HttpRequest, supply_id: int) -> JsonResponse:
    """The certificate of destruction as a file."""
    found = _supply(request, supply_id)
    if found.certificate is None:
        raise NotFound
    answer = JsonResponse(found.certificate, json_dumps_params={"indent": 2})
    answer["Content-Disposition"] = f'attachment; filename="certificate-{supply_id}.json"'
    return answer


def _supply(request: HttpRequest, supply_id: int) -> SupplyRecord:
    found = supplies_for(current_member(request)).filter(pk=supply_id).first()
    if found is None:
        raise NotFound
    return found
