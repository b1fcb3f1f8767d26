"""Importing a register on one page in three steps: upload, check, apply."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundswell.common.errors import Refused
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Member, Role
from groundswell.register.commands import (
    ask_to_apply,
    cancel_import,
    record_supply,
    upload_register,
)
from groundswell.register.forms import NEW_SUPPLY, SupplyForm, UploadForm
from groundswell.register.models import RegisterImport
from groundswell.register.queries import (
    import_for,
    import_progress,
    imports_for,
    layout_title,
    refused_rows,
)
from groundswell.register.views.csv_files import csv_answer
from groundswell.register.views.sections import sections
from groundswell.register.views.steps import RUNNING, STEP_OF, is_piece, step_names

State = RegisterImport.State


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.Kind.DATA_MANAGER)
def imports(request: HttpRequest) -> HttpResponse:
    """Upload a file (step one), beside what came in before."""
    member = current_member(request)
    form = UploadForm(request.POST or None, request.FILES or None, member=member)
    new_supply = request.method == "POST" and request.POST.get("supply") == NEW_SUPPLY
    supply_form = SupplyForm(request.POST if new_supply else None, prefix="new")
    if request.method == "POST" and form.is_valid() and (not new_supply or supply_form.is_valid()):
        try:
            made = _upload(member, form, supply_form.cleaned_data if new_supply else {})
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("register:import", made.pk)
    shown = {
        "form": form,
        "supply_form": supply_form,
        "imports": imports_for(member).order_by("-uploaded_at")[:50],
        "steps": step_names(),
        "tabs": sections(member, "imports"),
    }
    return render(request, "register/imports.html", shown)


@require_safe
@role_required(Role.Kind.DATA_MANAGER)
def one_import(request: HttpRequest, import_id: int) -> HttpResponse:
    """One import: how far it is, what the check found, and the button that applies it."""
    member = current_member(request)
    found = import_for(member, import_id)
    if found.state == State.NEEDS_MAPPING:
        return redirect("register:columns", import_id)
    shown = {
        "import": found,
        "progress": import_progress(member, import_id),
        "running": found.state in RUNNING,
        "steps": step_names(),
        "step": STEP_OF[State(found.state)],
        "layout": layout_title(found),
        "nastiest": found.summary.get("nastiest", []),
    }
    page = "parts/import_body.html" if is_piece(request) else "import.html"
    return render(request, f"register/{page}", shown)


@require_POST
@role_required(Role.Kind.DATA_MANAGER)
def apply(request: HttpRequest, import_id: int) -> HttpResponse:
    """Ask the worker to write the checked file into the register."""
    ask_to_apply(by=current_member(request), import_id=import_id)
    return redirect("register:import", import_id)


@require_POST
@role_required(Role.Kind.DATA_MANAGER)
def cancel(request: HttpRequest, import_id: int) -> HttpResponse:
    """Stop an import; the register stays as it was."""
    cancel_import(by=current_member(request), import_id=import_id)
    messages.success(request, _("Cancelled. The register is as it was before."))
    return redirect("register:import", import_id)


@require_safe
@role_required(Role.Kind.DATA_MANAGER)
def refused(request: HttpRequest, import_id: int) -> StreamingHttpResponse:
    """The rows that could not be read, with line number and reason, as a CSV file."""
    rows = refused_rows(current_member(request), import_id)
    lines = [(_("line"), _("reason"), _("row")), *((row.line, row.reason, row.raw) for row in rows)]
    return csv_answer(lines, f"refused-rows-{import_id}.csv")


def _upload(member: Member, form: UploadForm, new_supply: dict[str, Any]) -> RegisterImport:
    given = form.cleaned_data
    council = given["council"]
    supply_id = form.supply_id()
    if supply_id is None:
        supply_id = record_supply(by=member, area_id=council.pk, **new_supply).pk
    return upload_register(
        by=member,
        file=given["file"].file,
        file_name=given["file"].name,
        council_id=council.pk,
        supply_id=supply_id,
        published_on=given["published_on"],
        scope=form.scope_said(),
    )
