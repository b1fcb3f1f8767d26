"""Unsubscribing with one click, from the mail program or from the page behind the link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from groundswell.mailings.commands import choose
from groundswell.mailings.queries import named_in_link


@csrf_exempt  # RFC 8058: the mail program posts without a session, and the address is signed
@require_http_methods(["GET", "POST"])
def off(request: HttpRequest, token: str) -> HttpResponse:
    """A page with one button; whoever posts here, the reader or their mail program, is done.

    Looking alone changes nothing: programs that check links look at every one.
    """
    member, kind = named_in_link(token)
    done = request.method == "POST"
    if done:
        choose(by=None, member=member, kind=kind.name, wanted=False, how=_("The link in the mail"))
    # Without a token that a cookie would have to vouch for: nobody gets a cookie here.
    return render(request, "mailings/off.html", {"kind": kind, "done": done, "csrf_token": ""})
