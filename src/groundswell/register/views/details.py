"""Importing contact details on one page in three steps: upload, check, apply."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundswell.common.errors import Refused
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Role
from groundswell.register.commands import (
    ask_to_apply_details,
    cancel_details,
    name_details_columns,
    upload_details,
)
from groundswell.register.forms import ColumnsForm, ConsentForm, DetailsForm
from groundswell.register.models import DetailsImport
from groundswell.register.queries import (
    details_columns_to_name,
    details_fields_to_choose,
    details_import_for,
    details_imports_for,
    details_progress,
    details_refused,
    samples_of,
)
from groundswell.register.views.csv_files import csv_answer
from groundswell.register.views.sections import sections
from groundswell.register.views.steps import RUNNING, STEP_OF, is_piece, step_names

State = DetailsImport.State


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.Kind.DATA_MANAGER)
def details(request: HttpRequest) -> HttpResponse:
    """Upload a file (step one), above what came in before."""
    member = current_member(request)
    form = DetailsForm(request.POST or None, request.FILES or None, member=member)
    consent_form = ConsentForm(request.POST or None, prefix="consent")
    if request.method == "POST" and form.is_valid() and consent_form.is_valid():
        given = form.cleaned_data
        try:
            made = upload_details(
                by=member,
                file=given["file"].file,
                file_name=given["file"].name,
                council_id=given["council"].pk,
                obtained_on=given["obtained_on"],
                source=given["source"],
                consent=consent_form.consent(),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("register:details_import", made.pk)
    shown = {
        "form": form,
        "consent_form": consent_form,
        "imports": details_imports_for(member)[:50],
        "steps": step_names(),
        "tabs": sections(member, "details"),
    }
    return render(request, "register/details.html", shown)


@require_safe
@role_required(Role.Kind.DATA_MANAGER)
def details_import(request: HttpRequest, import_id: int) -> HttpResponse:
    """One file: how far it is, what the check found, and the button that applies it."""
    member = current_member(request)
    found = details_import_for(member, import_id)
    if found.state == State.NEEDS_MAPPING:
        return redirect("register:details_columns", import_id)
    shown = {
        "import": found,
        "progress": details_progress(member, import_id),
        "running": found.state in RUNNING,
        "steps": step_names(),
        "step": STEP_OF[State(found.state)],
        "samples": samples_of(found),
    }
    page = "parts/details_body.html" if is_piece(request) else "details_import.html"
    return render(request, f"register/{page}", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.Kind.DATA_MANAGER)
def details_columns(request: HttpRequest, import_id: int) -> HttpResponse:
    """Every column with samples and a guess; naming them sends the file to be checked."""
    member = current_member(request)
    found = details_import_for(member, import_id)
    if found.state != State.NEEDS_MAPPING:
        return redirect("register:details_import", import_id)
    form = ColumnsForm(
        request.POST or None,
        columns=details_columns_to_name(member, import_id),
        fields=details_fields_to_choose(),
        initial={"save_as": found.file_name},
    )
    if form.is_valid():
        try:
            name_details_columns(
                by=member,
                import_id=import_id,
                columns=form.named_columns(),
                save_as=form.cleaned_data["save_as"],
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("register:details_import", import_id)
    shown = {"import": found, "form": form, "steps": step_names()}
    return render(request, "register/details_columns.html", shown)


@require_POST
@role_required(Role.Kind.DATA_MANAGER)
def details_apply(request: HttpRequest, import_id: int) -> HttpResponse:
    """Ask the worker to write what the check found."""
    ask_to_apply_details(by=current_member(request), import_id=import_id)
    return redirect("register:details_import", import_id)


@require_POST
@role_required(Role.Kind.DATA_MANAGER)
def details_cancel(request: HttpRequest, import_id: int) -> HttpResponse:
    """Stop an import; nothing of it is written."""
    cancel_details(by=current_member(request), import_id=import_id)
    messages.success(request, _("Cancelled. Nothing of this file was written."))
    return redirect("register:details_import", import_id)


@require_safe
@role_required(Role.Kind.DATA_MANAGER)
def details_not_taken(request: HttpRequest, import_id: int) -> StreamingHttpResponse:
    """What was not taken, with line number and reason, as a CSV file."""
    rows = details_refused(current_member(request), import_id)
    lines = [(_("line"), _("reason"), _("row")), *((row.line, row.reason, row.raw) for row in rows)]
    return csv_answer(lines, f"not-taken-{import_id}.csv")
