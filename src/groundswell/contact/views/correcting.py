"""An organiser corrects a result."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groundswell.common.errors import NotFound, Refused
from groundswell.contact.commands import correct_attempt
from groundswell.contact.forms import CorrectionForm
from groundswell.contact.models import Attempt
from groundswell.contact.queries import answers_in, attempt_to_correct, questions_of
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Member, Role
from groundswell.privacy.commands import note_sighting
from groundswell.register.queries import elector_seen_by

GET_AND_POST = ["GET", "HEAD", "POST"]
organisers = role_required(Role.Kind.ORGANISER)


@require_http_methods(GET_AND_POST)
@organisers
def correct(
    request: HttpRequest, constituency_id: int, elector_id: int, id_on_device: UUID
) -> HttpResponse:
    """The result as it stands, to be put right with a reason."""
    member = current_member(request)
    elector = elector_seen_by(member, constituency_id, elector_id)
    attempt = attempt_to_correct(member, constituency_id, id_on_device)
    if attempt.elector_id != elector.pk:
        raise NotFound
    form = _form(request, attempt)
    if request.method == "POST" and form.is_valid() and _corrected(member, attempt, form):
        messages.success(request, _("Corrected. Totals and what is known follow."))
        return redirect("contact:elector", constituency_id, elector_id)
    note_sighting(by=member, purpose="correction", people=[elector.person])
    context = {"elector": elector, "attempt": attempt, "form": form}
    return render(request, "contact/correct.html", context)


def _form(request: HttpRequest, attempt: Attempt) -> CorrectionForm:
    kept = {
        "outcome": attempt.outcome,
        "detail": attempt.detail,
        "call_back_at": attempt.call_back_at,
    }
    return CorrectionForm(
        questions_of(attempt.script_version_id or 0),
        request.POST if request.method == "POST" else None,
        initial=kept,
        given=answers_in(attempt),
        channel=attempt.channel,
    )


def _corrected(member: Member, attempt: Attempt, form: CorrectionForm) -> bool:
    """Whether it is corrected; the reason why not stands on the form."""
    try:
        correct_attempt(
            by=member,
            constituency_id=attempt.constituency_id,
            id_on_device=attempt.id_on_device,
            correction=form.correction(),
            reason=form.cleaned_data["reason"],
        )
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True
