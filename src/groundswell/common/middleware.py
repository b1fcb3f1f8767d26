"""What a refusal looks like on a page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from groundswell.common.errors import NotFound, Refused


class RefusalMiddleware:
    """Turns ``Refused`` into a page with its sentence and ``NotFound`` into the 404 page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer the two exceptions that are meant for the person asking."""
        if isinstance(exception, Refused):
            return render(request, "refused.html", {"sentence": str(exception)}, status=409)
        if isinstance(exception, NotFound):
            return render(request, "404.html", status=404)
        return None
