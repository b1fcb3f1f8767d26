"""Who is asking, for views: signed in, with a role, with the second factor done.

Stands between the outside and the queries: it speaks HTTP, and other parts' views use it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from groundswell.members import queries
from groundswell.members.commands import open_account, send_sign_in_link
from groundswell.members.models import Member
from groundswell.places.models import Area

BACKEND = "groundswell.members.backend.MemberBackend"
SECOND_FACTOR = "second_factor"
_UNPROVEN = "email_unproven"

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def current_member(request: HttpRequest) -> Member:
    """The member signed in; 403 for anybody else (behind ``signed_in`` that cannot happen)."""
    member = member_or_none(request)
    if member is None:
        raise PermissionDenied
    return member


def member_or_none(request: HttpRequest) -> Member | None:
    """The member signed in, or None."""
    user = request.user
    return user if isinstance(user, Member) and user.is_authenticated else None


def signed_in(view: View[P]) -> View[P]:
    """Let signed-in members through; take others to sign in, and back here afterwards."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if member_or_none(request) is None:
            return _go_elsewhere(request, reverse(settings.LOGIN_URL))
        return view(request, *args, **kwargs)

    return guarded


def role_required(*kinds: str) -> Callable[[View[P]], View[P]]:
    """Let through members with one of these roles somewhere (none named: any), second factor done.

    Which area it is for is the query's question: this only opens the door to the page.
    """

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            member = member_or_none(request)
            if member is None:
                return _go_elsewhere(request, reverse(settings.LOGIN_URL))
            if not queries.holds_role(member, *kinds):
                raise PermissionDenied
            if not second_factor_done(request):
                return _go_elsewhere(request, reverse("members:second_factor"))
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def second_factor_done(request: HttpRequest) -> bool:
    """Whether this session has shown a second factor, or began at the server's own terminal."""
    if email_unproven(request):
        return False
    if request.session.get(SECOND_FACTOR):
        return True
    records = get_authentication_records(request, member_or_none(request))
    return any(record.get("method") == "mfa" for record in records)


def note_second_factor(request: HttpRequest) -> None:
    """Remember for this session that a second factor was shown, or set up just now."""
    request.session[SECOND_FACTOR] = True


def sign_in(request: HttpRequest, member: Member) -> None:
    """Begin a session for the member; a new session key, nothing carried over from another."""
    login(request, member, backend=BACKEND)


def join_as_newcomer(
    request: HttpRequest, *, email: str, name: str, branch: Area | None, leads_to: str
) -> Member | None:
    """Open an account for somebody who joins by a link, and sign them in at once.

    Where the address has an account already, nobody is signed in (anybody could type it): its
    owner is sent a link that leads on, and None comes back.
    """
    there = Member.objects.filter(email__iexact=email.strip()).first()
    if there is not None:
        if there.is_active:
            send_sign_in_link(by=None, member=there, leads_to=leads_to)
        return None
    member = open_account(by=None, email=email, name=name, branch=branch)
    sign_in(request, member)
    request.session[_UNPROVEN] = True
    return member


def email_unproven(request: HttpRequest) -> bool:
    """Whether this session began with an address that was typed and never shown to be theirs.

    Such a session calls as a supporter and no more, whatever the account comes to be allowed:
    its owner may be somebody else.
    """
    return bool(request.session.get(_UNPROVEN))


def prove_email_first(request: HttpRequest, leads_to: str) -> HttpResponseBase:
    """End an unproven session and have its owner sign in with a code."""
    logout(request)
    messages.info(request, _("First show that the e-mail address is yours: we send you a code."))
    return redirect_to_login(leads_to, reverse(settings.LOGIN_URL))


def visitor_address(request: HttpRequest) -> str:
    """The network address of whoever asks, as a keyed hash: enough to count by, not to know by."""
    address = get_adapter(request).get_client_ip(request)
    return salted_hmac("members.visitor", address, algorithm="sha256").hexdigest()[:32]


def _go_elsewhere(request: HttpRequest, url: str) -> HttpResponseBase:
    """Redirect, and come back to this page; htmx is told to move the whole page."""
    if not getattr(request, "htmx", False):
        return redirect_to_login(request.get_full_path(), url)
    shown = request.htmx.current_url_abs_path or "/"  # type: ignore[attr-defined]  # set by django-htmx
    answer = HttpResponse(status=204)
    answer["HX-Redirect"] = f"{url}?{urlencode({'next': shown})}"
    return answer
