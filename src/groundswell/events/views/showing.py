"""What every page of an event shows: whose it is and, in the footer, who answers for it."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from groundswell.events.models import Event
from groundswell.groups.models import Group
from groundswell.groups.queries import label_of


def show_event(
    request: HttpRequest, template: str, event: Event, status: int = 200, **shown: Any
) -> HttpResponse:
    """A page of the event, with its group's label and, of an independent one, its own imprint."""
    frame = {"event": event, **frame_of(event.group)}
    return render(request, f"events/{template}.html", frame | shown, status=status)


def status_of(form: BaseForm) -> int:
    """200, or 422 where something typed has to be put right."""
    return 422 if form.errors else 200


def frame_of(group: Group | None) -> dict[str, object]:
    """What the frame of a page has to know of the group in whose name it speaks, if of any."""
    if group is None:
        return {}
    return {
        "group": group,
        "group_label": label_of(group),
        "own_imprint": group.imprint if group.is_independent else "",
    }
