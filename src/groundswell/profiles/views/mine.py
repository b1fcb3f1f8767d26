"""What I did; taking everything of mine; leaving."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.members.access import (
    current_member,
    email_unproven,
    prove_email_first,
    second_factor_done,
    signed_in,
)
from groundswell.members.limits import limit
from groundswell.members.queries import has_any_role, roles_nobody_else_could_fill
from groundswell.profiles import commands, queries, registry
from groundswell.profiles.bundle import zipped
from groundswell.sharing.queries import links_of, set_going

EXPORTS_AN_HOUR = 10
View = Callable[[HttpRequest], HttpResponseBase]


def _surely_themselves(view: View) -> View:
    """Signed in with a proven address, and with the second factor where they hold a role."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponseBase:
        if email_unproven(request):
            return prove_email_first(request, request.path)
        if has_any_role(current_member(request)) and not second_factor_done(request):
            return redirect(f"{reverse('members:second_factor')}?next={request.path}")
        return view(request)

    return signed_in(guarded)


@require_GET
@signed_in
def did(request: HttpRequest) -> HttpResponse:
    """Everything one did, since one joined; nobody else sees it, and nothing is compared."""
    member = current_member(request)
    deeds = queries.what_i_did(member)
    shown = {
        "member": member,
        "deeds": [one for one in deeds if one.count],
        "not_yet": [one for one in deeds if not one.count],
        "hours": sum(one.seconds for one in deeds) / 3600,
        "timed": [one for one in deeds if one.seconds],
        "going": set_going(member),
        "links": links_of(member, 50),
    }
    return render(request, "profiles/did.html", shown)


@require_GET
@_surely_themselves
def export(request: HttpRequest) -> HttpResponse:
    """Everything of one's own in one file: a page to read, the same for machines, the photo."""
    member = current_member(request)
    limit("export_mine", member, per_hour=EXPORTS_AN_HOUR)
    answer = HttpResponse(zipped(member), content_type="application/zip")
    name = f"{clock.today():%Y-%m-%d}-everything-of-mine.zip"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_http_methods(["GET", "POST"])
@_surely_themselves
def leave(request: HttpRequest) -> HttpResponse:
    """What is taken away and what stays; one press, and it is done."""
    member = current_member(request)
    if request.method == "POST":
        try:
            commands.leave(by=member)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("profiles:leave")
        logout(request)
        return render(request, "profiles/left.html")
    shown = {
        "member": member,
        "belongings": registry.belongings(),
        "alone": roles_nobody_else_could_fill(member),
    }
    return render(request, "profiles/leave.html", shown)
