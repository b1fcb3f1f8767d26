"""The short way for what a site hears most: results that come with the pass of their batch."""

from collections.abc import Callable
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from groundswell.phonebank.api import results_by_pass

_HEADER = "HTTP_X_BATCH_PASS"
_RESULTS = "api-1:results"
_ANY = "any-code"


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
    before, after = _address()
    path = request.path
    if request.method != "POST" or not path.startswith(before) or not path.endswith(after):
        return None
    join_code = path[len(before) : len(path) - len(after)]
    with translation.override(translation.get_language_from_request(request)):
        return results_by_pass(request, join_code, signed)


@cache
def _address() -> tuple[str, str]:
    """What stands before and after the code in the address of results.

    Asked once: looking an address up among all others takes longer than the rest of this.
    """
    before, _any, after = reverse(_RESULTS, args=[_ANY]).partition(_ANY)
    return before, after
