"""The short way for what a site hears most: results that come with the pass of their batch."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from groundswell.phonebank.api import results_by_pass

_HEADER = "HTTP_X_BATCH_PASS"
_RESULTS = "api-1:results"


class BatchPassMiddleware:
    """Answers them before session, CSRF token and member are looked for, none of which they need.

    Whatever the pass does not vouch for goes on through all that follows.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        signed = request.META.get(_HEADER)
        answer = _answer(request, signed) if signed else None
        if answer is None:
            return self.get_response(request)
        answer["Content-Length"] = str(len(answer.content))  # as CommonMiddleware says it of others
        return answer


def _answer(request: HttpRequest, signed: str) -> HttpResponse | None:
    try:
        asked = resolve(request.path_info)
    except Resolver404:
        return None
    if request.method != "POST" or asked.view_name != _RESULTS:
        return None
    return results_by_pass(request, asked.kwargs["join_code"], signed)
