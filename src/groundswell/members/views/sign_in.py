"""Signing in by a one-use link."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from groundswell.common.errors import Refused
from groundswell.members import queries
from groundswell.members.access import (
    member_or_none,
    note_second_factor,
    sign_in,
    visitor_address,
)
from groundswell.members.commands import use_sign_in_link
from groundswell.members.limits import limit


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def use_link(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show one button, which a small script presses: a mail scanner's visit uses nothing up."""
    leads_to = queries.where_own_link_leads(member_or_none(request), token)
    if leads_to is not None:  # the same link opened again on the same device
        return HttpResponseRedirect(leads_to)
    if request.method != "POST":
        return render(request, "members/use_link.html")
    limit("link", visitor_address(request), per_minute=20)
    try:
        member, leads_to, at_the_server = use_sign_in_link(token)
    except Refused as refusal:
        return render(request, "members/link_over.html", {"sentence": str(refusal)}, status=409)
    sign_in(request, member)
    if at_the_server:
        note_second_factor(request)
    answer = HttpResponseRedirect(leads_to)
    answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, member.language, samesite="Lax")
    return answer
