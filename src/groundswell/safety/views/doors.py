"""For organisers: notes on doors, and doors nobody is sent to."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundswell.common.errors import Refused
from groundswell.members.access import current_member, role_required
from groundswell.safety import commands
from groundswell.safety.forms import DoorNoteForm, DoorsForm, EndNoteForm
from groundswell.safety.queries import door_notes_for
from groundswell.safety.queries.doors import MINDERS, door_for, doors_in, safety_notes

A_PAGE = 50
minders = role_required(*MINDERS)


@require_safe
@minders
def doors(request: HttpRequest) -> HttpResponse:
    """The notes in force, those nobody has looked at first; and a way to any door."""
    member = current_member(request)
    form = DoorsForm(request.GET or None)
    sought = form.cleaned_data["postcode"] if form.is_bound and form.is_valid() else ""
    page = Paginator(door_notes_for(member), A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "form": form,
        "sought": sought,
        "found": doors_in(member, sought) if sought else [],
    }
    return render(request, "safety/doors.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@minders
def note(request: HttpRequest, constituency_id: int, household_id: int) -> HttpResponse:
    """Leave a note on a door."""
    member = current_member(request)
    door = door_for(member, constituency_id, household_id)
    form = DoorNoteForm(request.POST or None)
    if form.is_valid():
        try:
            commands.add_door_note(
                by=member,
                constituency_id=constituency_id,
                household_id=door.pk,
                **form.cleaned_data,
            )
        except Refused as refused:
            form.add_error("text", str(refused))
        else:
            messages.success(request, _("The note is on the door."))
            return redirect("safety:doors")
    notes = safety_notes(member, constituency_id, [door.pk]).get(door.pk, [])
    shown = {"door": door, "form": form, "notes": notes}
    return render(request, "safety/note.html", shown)


@require_POST
@minders
def decide(request: HttpRequest, constituency_id: int, note_id: int) -> HttpResponse:
    """Let a note stand, or end it."""
    member, about = current_member(request), {"constituency_id": constituency_id}
    if "confirm" in request.POST:
        commands.confirm_door_note(by=member, **about, note_id=note_id)
        messages.success(request, _("The note stands."))
        return redirect("safety:doors")
    form = EndNoteForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        commands.end_door_note(by=member, **about, note_id=note_id, reason=reason)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Ended: people may be sent there again."))
    return redirect("safety:doors")
