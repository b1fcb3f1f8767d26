"""A group's own page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from groundswell.groups.queries import count_members, group_by_slug, label_of, membership_of
from groundswell.members.access import member_or_none


@require_GET
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """What the group is, for everybody; what is going on in it, for its members."""
    member = member_or_none(request)
    group = group_by_slug(member, slug)
    shown = {
        "group": group,
        "label": label_of(group),
        "members": count_members(group),
        "mine": membership_of(member, group),
    }
    return render(request, "groups/page.html", shown)
