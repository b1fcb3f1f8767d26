"""The organiser's pages: what is open for matching, for whom, until when."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.friends.commands import (
    OpeningPlan,
    change_opening,
    close_opening,
    open_for_matching,
)
from groundswell.friends.commands.hashing import BATCH
from groundswell.friends.forms.opening import OpeningForm
from groundswell.friends.models import Opening
from groundswell.friends.queries import (
    WATCHING,
    asked_this_week,
    opening_watched,
    openings_watched,
    sieves_of,
)
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Role
from groundswell.members.queries import holds_role


@require_GET
@role_required(*WATCHING)
def openings(request: HttpRequest) -> HttpResponse:
    """What was opened in the areas one answers for."""
    member = current_member(request)
    shown = {
        "openings": openings_watched(member),
        "today": clock.today(),
        "may_open": holds_role(member, Role.Kind.ORGANISER),
    }
    return render(request, "friends/openings.html", shown)


@require_GET
@role_required(*WATCHING)
def opening(request: HttpRequest, opening_id: int) -> HttpResponse:
    """One opening: its link, its filters, how close they are."""
    member = current_member(request)
    found = opening_watched(member, opening_id)
    sieves = sieves_of([found])
    supporters, batches = asked_this_week(sieves)
    shown = {
        "supporters": supporters,
        "hashed": batches * BATCH,
        "opening": found,
        "address": f"{settings.SITE_URL}{reverse('friends:join', args=[found.code])}",
        "sieves": sieves,
        "today": clock.today(),
        "organises": holds_role(member, Role.Kind.ORGANISER, area=found.area),
    }
    return render(request, "friends/opening.html", shown)


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def new(request: HttpRequest) -> HttpResponse:
    """Open an area for matching."""
    member = current_member(request)

    def save(plan: OpeningPlan) -> Opening:
        return open_for_matching(by=member, plan=plan)

    return _plan_page(request, None, save)


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def change(request: HttpRequest, opening_id: int) -> HttpResponse:
    """Change an opening."""
    member = current_member(request)
    found = opening_watched(member, opening_id)

    def save(plan: OpeningPlan) -> Opening:
        return change_opening(by=member, opening=found, plan=plan)

    return _plan_page(request, found, save)


@require_POST
@role_required(Role.Kind.ORGANISER)
def close(request: HttpRequest, opening_id: int) -> HttpResponse:
    """Close it now."""
    member = current_member(request)
    close_opening(by=member, opening=opening_watched(member, opening_id))
    return redirect("friends:opening", opening_id)


def _plan_page(
    request: HttpRequest, found: Opening | None, save: Callable[[OpeningPlan], Opening]
) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = OpeningForm(sent, member=current_member(request), opening=found)
    if form.is_valid():
        try:
            return redirect("friends:opening", save(form.plan()).pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    shown = {"form": form, "opening": found}
    return render(request, "friends/plan.html", shown, status=422 if form.errors else 200)
