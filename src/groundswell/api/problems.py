"""What the API answers when something asked for does not happen: problem+json (RFC 9457)."""

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from groundswell.common.errors import NotFound, ProviderTrouble, Refused


def answer_problems(api: NinjaAPI) -> None:
    """Have ``api`` answer every trouble with a problem document; no vendor's words in it."""
    handlers: list[tuple[type[Exception], Callable[[HttpRequest, Any], HttpResponse]]] = [
        (Refused, _refused),
        (NotFound, _not_found),
        (Http404, _not_found),
        (ProviderTrouble, _provider_trouble),
        (ValidationError, _invalid),
        (HttpError, _http_error),
    ]
    for kind, handler in handlers:
        api.add_exception_handler(kind, handler)


def problem(status: HTTPStatus, sentence: str, **more: Any) -> HttpResponse:
    """A problem document; ``detail`` is a sentence for the person at the screen."""
    told = {"title": status.phrase, "status": status.value, "detail": sentence, **more}
    return HttpResponse(
        json.dumps(told), status=status.value, content_type="application/problem+json"
    )


def _refused(_request: HttpRequest, refusal: Refused) -> HttpResponse:
    return problem(HTTPStatus.CONFLICT, str(refusal))


def _not_found(_request: HttpRequest, _trouble: Exception) -> HttpResponse:
    return problem(HTTPStatus.NOT_FOUND, _("There is no such thing here for you."))


def _provider_trouble(_request: HttpRequest, _trouble: ProviderTrouble) -> HttpResponse:
    return problem(
        HTTPStatus.SERVICE_UNAVAILABLE,
        _("Something outside did not answer. Try again in a moment."),
    )


def _invalid(_request: HttpRequest, trouble: ValidationError) -> HttpResponse:
    wrong = [".".join(str(step) for step in error["loc"]) for error in trouble.errors]
    return problem(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("What was sent is not what this expects."),
        fields=wrong,
    )


def _http_error(_request: HttpRequest, trouble: HttpError) -> HttpResponse:
    status = HTTPStatus(trouble.status_code)
    sentences = {
        HTTPStatus.UNAUTHORIZED: _("Sign in first: your session is over."),
        HTTPStatus.FORBIDDEN: _("This page is too old to act for you: load it again."),
        HTTPStatus.GONE: _("This account is closed: forget what was taken along with it."),
        HTTPStatus.TOO_MANY_REQUESTS: trouble.message,
    }
    return problem(status, sentences.get(status, status.phrase))
