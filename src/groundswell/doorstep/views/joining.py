"""Where a round's link and QR code lead: what it is, one press, and on to the app."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from groundswell.common.errors import Refused
from groundswell.doorstep.commands import join_round
from groundswell.doorstep.queries import round_to_join
from groundswell.members.access import current_member, signed_in

APP = "/app/#/round/"


@require_http_methods(["GET", "POST"])
@signed_in
def join(request: HttpRequest, code: str) -> HttpResponse:
    """Say whose round it is and join it; whoever has it goes straight on."""
    member = current_member(request)
    joining = round_to_join(member, code)
    if joining.held:
        return redirect(f"{APP}{joining.code}")
    if request.method == "POST":
        try:
            join_round(by=member, code=joining.code)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("doorstep:rounds")
        return redirect(f"{APP}{joining.code}")
    return render(request, "doorstep/join.html", {"joining": joining})
