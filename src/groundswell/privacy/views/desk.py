"""The desk of whoever answers for rights: finding a person, and the requests with their days."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundswell.common.errors import Refused
from groundswell.common.phone import readable
from groundswell.members.access import current_member, role_required
from groundswell.members.limits import limit
from groundswell.privacy import commands, queries
from groundswell.privacy.forms import AnswerForm, ExtendForm, FindForm, MatchForm, RequestForm
from groundswell.privacy.models import SubjectRequest
from groundswell.privacy.registry import FoundPerson

_FORMS: dict[str, type[forms.Form]] = {
    "match": MatchForm,
    "extend": ExtendForm,
    "answer": AnswerForm,
}
_COMMANDS: dict[str, Callable[..., None]] = {
    "match": commands.match_request,
    "suppress": commands.suppress_request,
    "acknowledge": commands.acknowledge_request,
    "extend": commands.extend_request,
    "answer": commands.answer_request,
}

answers_for_rights = role_required(*queries.FULL_RIGHTS)


@never_cache
@answers_for_rights
@require_http_methods(["GET", "POST"])
def desk(request: HttpRequest) -> HttpResponseBase:
    """Find somebody (sent by POST, so that no name stands in an address), and see what waits."""
    form = FindForm(request.POST or None)
    found = _found(request, form) if request.method == "POST" and form.is_valid() else None
    shown = {"form": form, "found": found, "requests": _with_time(request)}
    return render(request, "privacy/desk.html", shown)


@answers_for_rights
@require_safe
def answered(request: HttpRequest) -> HttpResponseBase:
    """Show the requests that are closed."""
    closed = queries.answered_requests(current_member(request))
    page = Paginator(closed, 50).get_page(request.GET.get("page"))
    return render(request, "privacy/answered.html", {"page": page})


@answers_for_rights
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest) -> HttpResponseBase:
    """Record a request that came by letter, telephone or at the door."""
    form = RequestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = commands.receive_request(by=current_member(request), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("privacy:request", request_id=made.pk)
    return render(request, "privacy/record.html", {"form": form})


@never_cache
@answers_for_rights
@require_http_methods(["GET", "POST"])
def one_request(request: HttpRequest, request_id: int) -> HttpResponseBase:
    """Show one request; find whom it is about."""
    member = current_member(request)
    asked = queries.request_seen_by(member, request_id)
    typed = {"name": asked.asked_name, "address": asked.asked_address}
    form = FindForm(request.POST or None, initial=typed)
    found = _found(request, form) if request.method == "POST" and form.is_valid() else None
    return _request_page(request, asked, find_form=form, found=found)


@answers_for_rights
@require_POST
def change_request(request: HttpRequest, request_id: int) -> HttpResponseBase:
    """Match, acknowledge, extend or close a request: the button pressed says which."""
    by = current_member(request)
    asked = queries.request_seen_by(by, request_id)
    do = request.POST.get("do", "")
    form = _FORMS.get(do, forms.Form)(request.POST)
    if not form.is_valid():
        return _request_page(request, asked, status=422, **{f"{do}_form": form})
    try:
        _COMMANDS.get(do, _nothing)(by=by, request=asked, **form.cleaned_data)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("privacy:request", request_id=asked.pk)


def _nothing(**_given: object) -> None:
    """What an unknown button does."""


def _found(request: HttpRequest, form: FindForm) -> list[FoundPerson]:
    member = current_member(request)
    limit("find", member, per_minute=20, per_day=500)
    return commands.look_for(by=member, **form.cleaned_data)


def _with_time(request: HttpRequest) -> list[tuple[SubjectRequest, queries.Time]]:
    waiting = queries.open_requests(current_member(request))
    return [(asked, queries.time_for(asked)) for asked in waiting]


def _request_page(
    request: HttpRequest, asked: SubjectRequest, status: int = 200, **more: object
) -> HttpResponse:
    person = None
    if asked.person is not None:
        person = queries.person_or_none(current_member(request), asked.person)
    shown = {
        "asked": asked,
        "time": queries.time_for(asked),
        "about": person,
        "phone": readable(asked.asked_phone) if asked.asked_phone else "",
        "find_form": FindForm(initial={"name": asked.asked_name, "address": asked.asked_address}),
        "found": None,
        "answer_form": AnswerForm(),
        "extend_form": ExtendForm(),
        "may_extend": queries.may_be_extended(asked),
        **more,
    }
    return render(request, "privacy/request.html", shown, status=status)
