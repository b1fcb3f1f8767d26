"""Who may open the pages of cases and offers."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from groundswell.members.access import email_unproven, member_or_none, role_required, signed_in
from groundswell.members.queries import has_any_role

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def caseworkers(view: View[P]) -> View[P]:
    """Members with a role, their second factor done; and others, who may have been named.

    Which cases they see is the query's question. Somebody who only typed an address sees none.
    """
    with_role, without = role_required()(view), signed_in(view)

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if has_any_role(member_or_none(request)):
            return with_role(request, *args, **kwargs)
        if email_unproven(request):
            raise PermissionDenied
        return without(request, *args, **kwargs)

    return guarded
