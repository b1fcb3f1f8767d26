"""Keying a sheet: one line, Enter, saved, the next row."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.doorstep.commands import join_round
from groundswell.members.access import current_member
from groundswell.members.limits import limit
from groundswell.members.models import Member
from groundswell.paper.commands.keying import Keyed, key_line, tell_visit, undo_row
from groundswell.paper.commands.showing import note_who_is_shown
from groundswell.paper.forms.keying import LineForm, UndoForm, VisitForm
from groundswell.paper.models import Printing
from groundswell.paper.queries.keying import ShownSheet, progress_of, shown_sheet
from groundswell.paper.queries.printings import printing_seen_by, sheet_exists
from groundswell.paper.queries.told import row_as_told
from groundswell.paper.rules.legend import MARK
from groundswell.paper.views.who import walkers_and_organisers

JOINS_AN_HOUR = 30


@require_GET
@walkers_and_organisers
def newest(request: HttpRequest, round_code: str, sheet: int) -> HttpResponse:
    """A sheet of a round without its printing: the newest one's."""
    printing = printing_seen_by(current_member(request), round_code)
    return redirect("paper:key", printing.round.code, sheet, printing.number)


@require_http_methods(["GET", "POST"])
@walkers_and_organisers
def key(request: HttpRequest, round_code: str, sheet: int, printing: int) -> HttpResponse:
    """The keying page of a sheet; each line that is sent is stored at once."""
    member = current_member(request)
    try:
        found = printing_seen_by(member, round_code, printing)
    except NotFound:
        return _offer_to_join(request, round_code, sheet, printing)
    if request.method == "POST":
        return _take_line(request, member, found, sheet)
    visit = 2 if request.GET.get("visit") == "2" else 1
    shown = shown_sheet(found, sheet, visit)
    note_who_is_shown(by=member, shown=shown)
    here = _number(request.GET.get("row")) or shown.first_open()
    return render(request, "paper/key.html", _page(shown, here))


@require_POST
@walkers_and_organisers
def undo(request: HttpRequest, round_code: str, sheet: int, printing: int) -> HttpResponse:
    """Empty a cell again."""
    member = current_member(request)
    found = printing_seen_by(member, round_code, printing)
    form = UndoForm(request.POST)
    if not form.is_valid():
        raise Refused(_("This page was too old: load it again."))
    visit, row = form.cleaned_data["visit"], form.cleaned_data["row"]
    try:
        undo_row(by=member, printing=found, sheet=sheet, visit=visit, row=row)
    except Refused as refusal:
        return _refused(request, found, sheet, visit, str(refusal), row)
    said = _("Row %(row)s is empty again.") % {"row": row}
    done = Keyed((row,), row, said)
    return _done(request, shown_sheet(found, sheet, visit), done)


@require_POST
@walkers_and_organisers
def visit(request: HttpRequest, round_code: str, sheet: int, printing: int) -> HttpResponse:
    """When the sheet was carried, and by whom."""
    member = current_member(request)
    found = printing_seen_by(member, round_code, printing)
    form = VisitForm(request.POST)
    if not form.is_valid():
        shown = shown_sheet(found, sheet, 2 if request.POST.get("visit") == "2" else 1)
        context = _page(shown, shown.first_open()) | {"visit_form": form}
        return render(request, "paper/key.html", context, status=422)
    given = form.cleaned_data
    try:
        tell_visit(by=member, printing=found, sheet=sheet, **given)
        messages.success(request, _("Kept for what you key from now on."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(_address(found, sheet, given["visit"]))


@require_POST
@walkers_and_organisers
def join(request: HttpRequest, round_code: str, sheet: int, printing: int) -> HttpResponse:
    """Somebody who holds the sheet but not the round takes part in it."""
    member = current_member(request)
    limit("join_by_sheet", member, per_hour=JOINS_AN_HOUR)
    if not sheet_exists(round_code, sheet, printing):
        raise NotFound
    join_round(by=member, code=round_code)
    return redirect("paper:key", round_code, sheet, printing)


def _take_line(
    request: HttpRequest, member: Member, printing: Printing, sheet: int
) -> HttpResponse:
    form = LineForm(request.POST)
    if not form.is_valid():
        raise Refused(_("That line is too long, or this page too old: load it again."))
    visit, here, line = (form.cleaned_data[name] for name in ("visit", "here", "line"))
    try:
        done = key_line(
            by=member, printing=printing, sheet=sheet, visit=visit, typed=line, here=here
        )
    except Refused as refusal:
        return _refused(request, printing, sheet, visit, str(refusal), here, line)
    return _done(request, shown_sheet(printing, sheet, visit), done)


def _done(request: HttpRequest, shown: ShownSheet, done: Keyed) -> HttpResponse:
    if not request.accepts("text/html"):
        return JsonResponse(
            {
                "said": done.said,
                "flagged": done.flagged,
                "next": done.next_row,
                "done": shown.done,
                "rows": [row_as_told(shown.row(number)) for number in done.rows],
            }
        )
    if done.said:
        messages.success(request, done.said)
    row = f"&row={done.next_row}" if done.next_row else ""
    # The line's own name puts the cursor into it where no script does.
    return redirect(f"{_address(shown.printing, shown.number, shown.visit)}{row}#line")


def _refused(
    request: HttpRequest,
    printing: Printing,
    sheet: int,
    visit: int,
    sentence: str,
    here: int | None,
    typed: str = "",
) -> HttpResponse:
    if not request.accepts("text/html"):
        return JsonResponse({"refused": sentence}, status=422)
    context = _page(shown_sheet(printing, sheet, visit), here)
    context |= {"refused": sentence, "typed": typed}
    return render(request, "paper/key.html", context, status=422)


def _page(shown: ShownSheet, here: int | None) -> dict[str, Any]:
    printing = shown.printing
    rows = [row_as_told(row) for row in shown.rows]
    current = next((row for row in shown.rows if row.number == here), None)
    told = shown.told
    return {
        "shown": shown,
        "printing": printing,
        "round": printing.round,
        "current": current,
        "mark": MARK,
        "page": {"rows": rows, "here": current.number if current else None},
        "progress": progress_of(printing),
        "tabs": [
            {
                "label": label,
                "url": _address(printing, shown.number, number),
                "current": number == shown.visit,
            }
            for number, label in ((1, _("1st visit")), (2, _("2nd visit")))
        ],
        "visit_form": VisitForm(
            initial={
                "visit": shown.visit,
                "day": told.day if told else clock.today(),
                "canvasser": told.canvasser if told else "",
            }
        ),
        "photos": printing.photos.filter(sheet=shown.number).defer("picture").order_by("added_at"),
    }


def _address(printing: Printing, sheet: int, visit: int) -> str:
    address = reverse("paper:key", args=[printing.round.code, sheet, printing.number])
    return f"{address}?visit={visit}"


def _offer_to_join(
    request: HttpRequest, round_code: str, sheet: int, printing: int
) -> HttpResponse:
    """Whoever holds a sheet of a round that is not theirs: one press, and it is."""
    if request.method != "GET" or not sheet_exists(round_code, sheet, printing):
        raise NotFound
    shown = {"round_code": round_code, "sheet": sheet, "printing": printing}
    return render(request, "paper/join.html", shown, status=403)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 6 else None
