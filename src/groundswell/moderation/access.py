"""Who may come to the desk: whoever is signed in; who holds a role shows their second factor."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse

from groundswell.members.access import current_member, second_factor_done, signed_in
from groundswell.members.queries import has_any_role

P = ParamSpec("P")


def with_second_factor(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """As ``signed_in``; members with a role in the campaign decide things here, so prove it."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if has_any_role(current_member(request)) and not second_factor_done(request):
            return redirect_to_login(request.get_full_path(), reverse("members:second_factor"))
        return view(request, *args, **kwargs)

    return signed_in(guarded)
