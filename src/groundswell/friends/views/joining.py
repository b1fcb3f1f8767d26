"""From a link to one's friends: a name and an address, and straight on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groundswell.friends.forms.joining import NewcomerForm
from groundswell.friends.models import Opening
from groundswell.friends.queries import opening_by_code
from groundswell.mailings.commands import agree_if_ticked
from groundswell.members.access import join_as_newcomer, member_or_none, visitor_address
from groundswell.members.limits import limit
from groundswell.sharing.commands import note_came_through

JOINS_AN_HOUR = 60


@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, code: str) -> HttpResponse:
    """Where an opening's link leads."""
    return welcome(request, opening_by_code(code))


def welcome(request: HttpRequest, opening: Opening | None) -> HttpResponse:
    """Whoever is signed in goes on; anybody else says who they are, once."""
    if member_or_none(request) is not None:
        return redirect("friends:page")
    form = NewcomerForm(request.POST if request.method == "POST" else None)
    shown = {"form": form, "opening": opening}
    if not form.is_valid():
        return render(request, "friends/join.html", shown, status=422 if form.errors else 200)
    limit("join", visitor_address(request), per_hour=JOINS_AN_HOUR)
    member = join_as_newcomer(
        request,
        email=form.cleaned_data["email"],
        name=form.cleaned_data["name"],
        branch=opening.area if opening else None,
        leads_to=reverse("friends:page"),
    )
    if member is None:
        return render(request, "friends/look_in_your_mail.html", shown)
    agree_if_ticked(member=member, sent=request.POST, how=_("Bringing friends"))
    note_came_through(
        member=member,
        via=request.POST.get("via", ""),
        action="signed_up",
        subject=("friends", opening.pk if opening else 0),
    )
    return redirect("friends:page")
