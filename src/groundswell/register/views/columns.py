"""Naming the columns of a file whose layout we do not know."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from groundswell.common.errors import Refused
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Role
from groundswell.register.commands import name_columns
from groundswell.register.forms import ColumnsForm
from groundswell.register.queries import columns_to_name, fields_to_choose, import_for


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.Kind.DATA_MANAGER)
def columns(request: HttpRequest, import_id: int) -> HttpResponse:
    """Every column with samples and a guess; naming them sends the file to be checked."""
    member = current_member(request)
    found = import_for(member, import_id)
    form = ColumnsForm(
        request.POST or None,
        columns=columns_to_name(member, import_id),
        fields=fields_to_choose(),
        initial={"save_as": found.council.name},
    )
    if form.is_valid():
        try:
            name_columns(
                by=member,
                import_id=import_id,
                columns=form.named_columns(),
                save_as=form.cleaned_data["save_as"],
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("register:import", import_id)
    return render(request, "register/columns.html", {"import": found, "form": form})
