"""Who may look at a sheet's pages at all; which sheets is the queries' question."""

from typing import ParamSpec

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from groundswell.members.access import View, member_or_none, role_required, signed_in
from groundswell.members.queries import has_any_role

P = ParamSpec("P")


def walkers_and_organisers(view: View[P]) -> View[P]:
    """Let signed-in members through; of whoever holds a role a second factor is asked too."""
    for_walkers, for_organisers = signed_in(view), role_required()(view)

    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        chosen = for_organisers if has_any_role(member_or_none(request)) else for_walkers
        return chosen(request, *args, **kwargs)

    return guarded
