"""All rounds of a canvass on paper in one file: what a committee room keeps in case of need."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from groundswell.common.errors import Refused
from groundswell.doorstep.queries import canvass_for, rounds_of
from groundswell.members.access import current_member, role_required
from groundswell.members.limits import limit
from groundswell.members.models import Role
from groundswell.paper.commands.printing import print_sheets
from groundswell.paper.forms.printing import PrintRoundsForm
from groundswell.paper.views.sheets import PER_HOUR, pdf_answer


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def canvass(request: HttpRequest, effort_id: int) -> HttpResponse:
    """Choose rounds of a canvass and print them."""
    member = current_member(request)
    effort = canvass_for(member, effort_id)
    rounds = rounds_of(member, effort)
    form = PrintRoundsForm(request.POST or None, rounds=rounds)
    if form.is_valid():
        try:
            limit("print_sheets", member, per_hour=PER_HOUR)
            printed = print_sheets(
                by=member,
                rounds=form.chosen(),
                edition=form.cleaned_data["edition"],
                with_map=form.cleaned_data["with_map"],
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("paper:canvass", effort.pk)
        return pdf_answer(printed.name, printed.content)
    shown = {"effort": effort, "rounds": rounds, "form": form}
    return render(request, "paper/canvass.html", shown, status=422 if form.errors else 200)
