"""A round's walk sheets: print them, and see how far the keying is."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from groundswell.common.errors import Refused
from groundswell.doorstep.queries import round_by_code
from groundswell.members.access import current_member
from groundswell.members.limits import limit
from groundswell.paper.commands.printing import print_sheets
from groundswell.paper.forms.printing import PrintForm
from groundswell.paper.queries.keying import progress_of
from groundswell.paper.queries.looking_again import looks_of
from groundswell.paper.queries.printings import may_print, printings_of
from groundswell.paper.views.who import walkers_and_organisers

PER_HOUR = 30


@require_GET
@walkers_and_organisers
def sheets(request: HttpRequest, round_code: str) -> HttpResponse:
    """Print a round, and everything that was printed of it."""
    member = current_member(request)
    walked = round_by_code(member, round_code)
    printings = [
        (one, progress_of(one), looks_of(member, one)) for one in printings_of(member, walked)
    ]
    shown = {
        "round": walked,
        "form": PrintForm(),
        "may_print": may_print(member, walked),
        "printings": printings,
    }
    return render(request, "paper/sheets.html", shown)


@require_POST
@walkers_and_organisers
def print_round(request: HttpRequest, round_code: str) -> HttpResponse:
    """The PDF."""
    member = current_member(request)
    walked = round_by_code(member, round_code)
    form = PrintForm(request.POST)
    if not form.is_valid():
        return redirect("paper:sheets", walked.code)
    try:
        limit("print_sheets", member, per_hour=PER_HOUR)
        printed = print_sheets(
            by=member,
            rounds=[walked],
            edition=form.cleaned_data["edition"],
            with_map=form.cleaned_data["with_map"],
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("paper:sheets", walked.code)
    return pdf_answer(printed.name, printed.content)


def pdf_answer(name: str, content: bytes) -> HttpResponse:
    """A PDF that the browser shows, and that nothing on the way keeps."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
