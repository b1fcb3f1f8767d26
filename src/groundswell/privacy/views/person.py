"""One page for one person: everything held, who has seen it, and one command each."""

import json
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.members.access import current_member
from groundswell.privacy import commands, queries
from groundswell.privacy.forms import ConsentForm, StopForm
from groundswell.privacy.models import SubjectRequest
from groundswell.privacy.views.desk import answers_for_rights


@never_cache
@answers_for_rights
@require_safe
def person(request: HttpRequest, person: UUID) -> HttpResponseBase:
    """Show everything held on a person, and what can be done."""
    return _page(request, person)


@never_cache
@answers_for_rights
@require_safe
def held_json(request: HttpRequest, person: UUID) -> HttpResponseBase:
    """Everything held, as JSON to be handed over."""
    held = commands.hand_out(by=current_member(request), person=person)
    text = json.dumps(held.as_plain(), ensure_ascii=False, indent=2)
    return _file(text, "application/json", "json")


@never_cache
@answers_for_rights
@require_safe
def held_pdf(request: HttpRequest, person: UUID) -> HttpResponseBase:
    """Everything held, as a PDF to be handed over."""
    held = commands.hand_out(by=current_member(request), person=person)
    return _file(queries.as_pdf(held, get_language() or "en"), "application/pdf", "pdf")


@answers_for_rights
@require_POST
def stop(request: HttpRequest, person: UUID) -> HttpResponseBase:
    """Stop contact, per channel or wholly."""
    queries.person_seen_by(current_member(request), person)
    form = StopForm(request.POST)
    if not form.is_valid():
        return _page(request, person, status=422, stop_form=form)
    commands.stop_contact(by=current_member(request), person=person, **form.cleaned_data)
    messages.success(request, _("Stopped, from this moment on."))
    return redirect("privacy:person", person=person)


@answers_for_rights
@require_POST
def lift(request: HttpRequest, person: UUID) -> HttpResponseBase:
    """Record that they want to hear from us again."""
    by = current_member(request)
    queries.person_seen_by(by, person)
    channel, how = request.POST.get("channel", ""), request.POST.get("how", "")
    return _tried(
        request, person, lambda: commands.lift_stop(by=by, person=person, channel=channel, how=how)
    )


@answers_for_rights
@require_POST
def consent(request: HttpRequest, person: UUID) -> HttpResponseBase:
    """Record a consent."""
    by = current_member(request)
    queries.person_seen_by(by, person)
    form = ConsentForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        noon = timezone.make_aware(datetime.combine(given.pop("given_on"), time(12)))
        try:
            commands.record_consent(by=by, person=person, given_at=min(noon, clock.now()), **given)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The consent is on record."))
            return redirect("privacy:person", person=person)
    return _page(request, person, status=422, consent_form=form)


@answers_for_rights
@require_POST
def withdraw(request: HttpRequest, person: UUID, consent_id: int) -> HttpResponseBase:
    """Record that a consent was taken back."""
    by = current_member(request)
    queries.person_seen_by(by, person)
    for given in queries.consents_of(person).filter(pk=consent_id):
        commands.withdraw_consent(by=by, consent=given)
    return redirect("privacy:person", person=person)


@answers_for_rights
@require_POST
def erase(request: HttpRequest, person: UUID) -> HttpResponseBase:
    """Erase what is held; an open request to do so is closed with it."""
    by = current_member(request)
    asked = queries.open_requests(by).filter(person=person, kind=SubjectRequest.Kind.ERASE).first()
    commands.erase(by=by, person=person, request=asked)
    messages.success(
        request, _("Erased. Salted hashes keep them off every later list, import and call.")
    )
    return redirect("privacy:desk")


def _tried(request: HttpRequest, person: UUID, command: Any) -> HttpResponseBase:
    try:
        command()
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("privacy:person", person=person)


def _page(request: HttpRequest, person: UUID, status: int = 200, **more: object) -> HttpResponse:
    by = current_member(request)
    held = queries.everything_held(by, person)
    commands.note_sighting(by=by, purpose="held", people=[person])
    shown = {
        "held": held,
        "person": person,
        "stops": queries.stops_of(person).filter(lifted_at=None),
        "consents": queries.consents_of(person),
        "requests": queries.open_requests(by).filter(person=person),
        "stop_form": StopForm(),
        "consent_form": ConsentForm(),
        **more,
    }
    return render(request, "privacy/person.html", shown, status=status)


def _file(content: str | bytes, kind: str, ending: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="what-we-hold.{ending}"'
    return answer
