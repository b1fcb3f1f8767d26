"""A member's own page."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from groundswell.common.errors import Refused
from groundswell.members import commands, queries
from groundswell.members.access import current_member, signed_in
from groundswell.members.forms import OwnDetailsForm
from groundswell.members.models import Member


@signed_in
@require_http_methods(["GET", "POST"])
def me(request: HttpRequest) -> HttpResponseBase:
    """Show and change one's own details; show ways to sign in, roles and requests."""
    member = current_member(request)
    form = OwnDetailsForm(request.POST or None, initial=_details(member))
    if request.method == "POST" and form.is_valid():
        try:
            commands.change_own_details(by=member, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            answer = redirect("members:me")
            language = form.cleaned_data["language"]
            answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax")
            return answer
    authenticators = Authenticator.objects.filter(user=member)
    shown = {
        "form": form,
        "member": member,
        "has_totp": authenticators.filter(type=Authenticator.Type.TOTP).exists(),
        "passkeys": authenticators.filter(type=Authenticator.Type.WEBAUTHN).count(),
        "roles": queries.roles_held(member).select_related("area"),
        "requests": member.role_requests.select_related("area").order_by("-asked_at")[:20],
    }
    return render(request, "members/me.html", shown)


@signed_in
@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponseBase:
    """End all of one's sessions, this one too."""
    commands.sign_out_everywhere(by=current_member(request))
    logout(request)
    messages.success(request, _("You are signed out on every device."))
    return redirect(settings.LOGIN_URL)


def _details(member: Member) -> dict[str, object]:
    return {
        "name": member.name,
        "branch": member.branch_id,
        "postcode": member.postcode,
        "phone": member.phone,
        "language": member.language,
    }
