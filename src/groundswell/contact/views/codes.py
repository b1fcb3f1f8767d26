"""Canvass codes: the organisation's letters for voting intention."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from groundswell.common.errors import Refused
from groundswell.contact.commands import (
    move_canvass_code,
    restore_canvass_code,
    retire_canvass_code,
    save_canvass_code,
)
from groundswell.contact.forms import CodeForm
from groundswell.contact.models import CanvassCode
from groundswell.contact.queries import (
    canvass_codes,
    may_change_codes,
    opinions_kept,
    retired_codes,
)
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Role

GET_AND_POST = ["GET", "HEAD", "POST"]
see_codes = role_required(
    Role.Kind.ORGANISER, Role.Kind.DATA_MANAGER, Role.Kind.AGENT, Role.Kind.HEADQUARTERS
)


@require_http_methods(GET_AND_POST)
@see_codes
def codes(request: HttpRequest) -> HttpResponse:
    """All codes; a new one is added below them."""
    if request.method == "POST":
        _let_through(request)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _save(request, form, None):
        return redirect("contact:codes")
    context = {
        "codes": canvass_codes(),
        "retired": retired_codes(),
        "form": form,
        "may_change": may_change_codes(current_member(request)),
        "opinions_kept": opinions_kept(),
    }
    return render(request, "contact/codes.html", context)


@require_http_methods(GET_AND_POST)
@see_codes
def one_code(request: HttpRequest, code_id: int) -> HttpResponse:
    """One code, to be reworded."""
    _let_through(request)
    code = get_object_or_404(CanvassCode, pk=code_id)
    kept = {"letter": code.letter, "label": code.label, "meaning": code.meaning}
    form = CodeForm(request.POST or None, initial=kept)
    form.fields["meaning"].disabled = True
    if request.method == "POST" and form.is_valid() and _save(request, form, code.pk):
        return redirect("contact:codes")
    return render(request, "contact/code.html", {"code": code, "form": form})


@require_POST
@see_codes
def change_code(request: HttpRequest, code_id: int) -> HttpResponse:
    """Move a code, retire it or take it up again."""
    _let_through(request)
    member = current_member(request)
    match request.POST.get("do"):
        case "up":
            move_canvass_code(by=member, code_id=code_id, steps=-1)
        case "down":
            move_canvass_code(by=member, code_id=code_id, steps=1)
        case "retire":
            code = retire_canvass_code(by=member, code_id=code_id)
            messages.success(request, _("“%(code)s” is no longer offered.") % {"code": code})
        case "restore":
            code = restore_canvass_code(by=member, code_id=code_id)
            messages.success(request, _("“%(code)s” is offered again.") % {"code": code})
    return redirect("contact:codes")


def _let_through(request: HttpRequest) -> None:
    if not may_change_codes(current_member(request)):
        raise PermissionDenied


def _save(request: HttpRequest, form: CodeForm, code_id: int | None) -> bool:
    """Whether it is saved; the reason why not stands on the form."""
    try:
        code = save_canvass_code(by=current_member(request), code_id=code_id, **form.cleaned_data)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, _("“%(code)s” is saved.") % {"code": code})
    return True
