"""Files of past canvassing: upload, check, record; and rows to decide on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundswell.common.errors import Refused
from groundswell.contact.commands.past import (
    ask_to_apply_past,
    cancel_past,
    name_past_columns,
    say_meanings,
    upload_past_canvass,
)
from groundswell.contact.forms.past import MeaningsForm, PastCanvassForm
from groundswell.contact.models import PastCanvass
from groundswell.contact.queries.past import (
    columns_to_name,
    doubts_for,
    fields_to_choose,
    meanings_to_say,
    past_canvass_for,
    past_canvasses_for,
    past_progress,
    rows_not_taken,
)
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Role
from groundswell.register.forms import ColumnsForm
from groundswell.register.views.csv_files import csv_answer
from groundswell.register.views.steps import RUNNING, STEP_OF, is_piece, step_names

State = PastCanvass.State
GET_AND_POST = ["GET", "HEAD", "POST"]
data_managers = role_required(Role.Kind.DATA_MANAGER)


@require_http_methods(GET_AND_POST)
@data_managers
def past(request: HttpRequest) -> HttpResponse:
    """Upload a file, above what came in before."""
    member = current_member(request)
    form = PastCanvassForm(request.POST or None, request.FILES or None, member=member)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = upload_past_canvass(
                by=member,
                file=given["file"].file,
                file_name=given["file"].name,
                council_id=given["council"].pk,
                source=given["source"],
                canvassed_on=given["canvassed_on"],
                channel=given["channel"],
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("contact:past_file", made.pk)
    shown = {
        "form": form,
        "files": past_canvasses_for(member)[:50],
        "steps": step_names(),
        "doubts": doubts_for(member).count(),
    }
    return render(request, "contact/past.html", shown)


@require_safe
@data_managers
def past_file(request: HttpRequest, past_id: int) -> HttpResponse:
    """One file: how far it is, what the check found, what its words mean."""
    member = current_member(request)
    found = past_canvass_for(member, past_id)
    if found.state == State.NEEDS_MAPPING:
        return redirect("contact:past_columns", past_id)
    words = meanings_to_say(found) if found.state == State.CHECKED else []
    shown = {
        "import": found,
        "progress": past_progress(member, past_id),
        "running": found.state in RUNNING,
        "steps": step_names(),
        "step": STEP_OF[State(found.state)],
        "form": MeaningsForm(words=words) if words else None,
    }
    page = "parts/past_body.html" if is_piece(request) else "past_file.html"
    return render(request, f"contact/{page}", shown)


@require_http_methods(GET_AND_POST)
@data_managers
def past_columns(request: HttpRequest, past_id: int) -> HttpResponse:
    """Every column with samples; naming them sends the file to be checked."""
    member = current_member(request)
    found = past_canvass_for(member, past_id)
    if found.state != State.NEEDS_MAPPING:
        return redirect("contact:past_file", past_id)
    columns = columns_to_name(member, past_id)
    form = ColumnsForm(request.POST or None, columns=columns, fields=fields_to_choose())
    del form.fields["save_as"]
    if form.is_valid():
        try:
            name_past_columns(by=member, past_id=past_id, columns=form.named_columns())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("contact:past_file", past_id)
    shown = {"import": found, "form": form, "steps": step_names()}
    return render(request, "contact/past_columns.html", shown)


@require_POST
@data_managers
def past_meanings(request: HttpRequest, past_id: int) -> HttpResponse:
    """Say what words mean; the file is checked anew."""
    member = current_member(request)
    form = MeaningsForm(request.POST, words=meanings_to_say(past_canvass_for(member, past_id)))
    if form.is_valid():
        say_meanings(by=member, past_id=past_id, meanings=form.meanings())
    return redirect("contact:past_file", past_id)


@require_POST
@data_managers
def past_apply(request: HttpRequest, past_id: int) -> HttpResponse:
    """Ask the worker to record what the check found."""
    ask_to_apply_past(by=current_member(request), past_id=past_id)
    return redirect("contact:past_file", past_id)


@require_POST
@data_managers
def past_cancel(request: HttpRequest, past_id: int) -> HttpResponse:
    """Stop an import; nothing of it is recorded."""
    cancel_past(by=current_member(request), past_id=past_id)
    messages.success(request, _("Cancelled. Nothing of this file was recorded."))
    return redirect("contact:past_file", past_id)


@require_safe
@data_managers
def past_not_taken(request: HttpRequest, past_id: int) -> StreamingHttpResponse:
    """What was not taken, with line number and reason, as a CSV file."""
    rows = rows_not_taken(current_member(request), past_id)
    lines = [(_("line"), _("reason"), _("row")), *((row.line, row.reason, row.raw) for row in rows)]
    return csv_answer(lines, f"not-taken-{past_id}.csv")
