"""What every page of a group shows: its label, its imprint, what one may do there."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from groundswell.groups.models import Group
from groundswell.groups.queries import is_admin, is_in, label_of
from groundswell.members.access import member_or_none


def group_page(
    request: HttpRequest, template: str, group: Group, status: int = 200, **shown: Any
) -> HttpResponse:
    """A page of the group, with its label and, where it is independent, its own imprint."""
    member = member_or_none(request)
    frame = {
        "group": group,
        "label": label_of(group),
        "inside": is_in(member, group),
        "looks_after": is_admin(member, group),
        "member": member,
        "own_imprint": group.imprint if group.is_independent else "",
    }
    return render(request, f"groups/{template}.html", frame | shown, status=status)


def status_of(form: Any) -> int:
    """200, or 422 where something typed has to be put right."""
    return 422 if form is not None and form.errors else 200
