"""Signing in by a one-use link, and the second factor that a role asks for."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from groundswell.common.errors import Refused
from groundswell.members import queries
from groundswell.members.access import (
    current_member,
    member_or_none,
    note_second_factor,
    second_factor_done,
    sign_in,
    signed_in,
    visitor_address,
)
from groundswell.members.commands import use_sign_in_link
from groundswell.members.limits import limit


@never_cache
@require_http_methods(["GET", "POST"])
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


@never_cache
@signed_in
@require_safe
def second_factor(request: HttpRequest) -> HttpResponseBase:
    """Ask for the second factor, or help to set one up, then go on to ``next``."""
    leads_to = _safe_next(request)
    if second_factor_done(request):
        return HttpResponseRedirect(leads_to)
    if is_mfa_enabled(current_member(request), ["totp", "webauthn"]):
        return redirect(f"/accounts/2fa/reauthenticate/?{urlencode({'next': leads_to})}")
    return render(request, "members/second_factor.html", {"next": leads_to})


def _safe_next(request: HttpRequest) -> str:
    leads_to = request.GET.get("next", "")
    return leads_to if url_has_allowed_host_and_scheme(leads_to, allowed_hosts=None) else "/"
