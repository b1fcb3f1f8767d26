"""Setting up a second factor: it counts for the session that set it up."""

from typing import Any

from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from groundswell.common.errors import NotFound
from groundswell.members.access import (
    current_member,
    email_unproven,
    prove_email_first,
    second_factor_done,
    signed_in,
)

_AFTERWARDS = "after_second_factor"


@never_cache
@signed_in
@require_safe
def second_factor(request: HttpRequest) -> HttpResponseBase:
    """Ask for the second factor, or help to set one up, then go on to ``next``."""
    wanted = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        request.session[_AFTERWARDS] = wanted
    leads_to = request.session.get(_AFTERWARDS, "/")
    if email_unproven(request):
        return prove_email_first(request, leads_to)
    if second_factor_done(request):
        request.session.pop(_AFTERWARDS, None)
        return HttpResponseRedirect(leads_to)
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    if is_mfa_enabled(current_member(request), kinds):
        return redirect(f"{_asking(request)}?{urlencode({'next': leads_to})}")
    return render(request, "members/second_factor.html")


class _CountsAtOnce:
    """Whoever sets a second factor up has just shown it; only with a proven e-mail address."""

    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if email_unproven(request):
            return prove_email_first(request, request.path)
        answer: HttpResponseBase = super().dispatch(  # type: ignore[misc]  # of the view beside
            request, *args, **kwargs
        )
        return answer

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)  # type: ignore[misc]  # of the view beside
        newest = Authenticator.objects.filter(user=self.request.user)
        shown = newest.exclude(type=Authenticator.Type.RECOVERY_CODES).latest("pk")
        post_authentication(self.request, shown, reauthenticated=True)
        return answer


class SetUpTotp(_CountsAtOnce, ActivateTOTPView):
    """Set an authenticator app up."""


class AddPasskey(_CountsAtOnce, AddWebAuthnView):
    """Add a passkey."""


def no_passwords(request: HttpRequest) -> HttpResponseBase:
    """Answer for every page on passwords: there are none."""
    raise NotFound


def _asking(request: HttpRequest) -> str:
    """Where the second factor is shown: the app's code where there is one, else the passkey."""
    totp = is_mfa_enabled(current_member(request), [Authenticator.Type.TOTP])
    return reverse("mfa_reauthenticate" if totp else "mfa_reauthenticate_webauthn")
