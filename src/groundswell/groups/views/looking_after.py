"""Who is in a group; and for its admins letting in, naming admins, changing, closing."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common.errors import NotFound, Refused
from groundswell.groups.commands import (
    change_group,
    close_group,
    end_admin,
    let_in,
    name_admin,
    refuse,
    remove_member,
)
from groundswell.groups.forms.groups import GroupForm
from groundswell.groups.queries import group_for_admin, group_for_members
from groundswell.groups.queries.people import (
    asking_to_join,
    campaigners_among,
    people_in,
    person_of,
)
from groundswell.groups.queries.taken_down import before_the_desk
from groundswell.groups.views.showing import group_page, status_of
from groundswell.members.access import current_member, signed_in

_ACTS: dict[str, Callable[..., Any]] = {
    "let_in": let_in,
    "refuse": refuse,
    "remove": remove_member,
    "name_admin": name_admin,
    "end_admin": end_admin,
}


@require_GET
@signed_in
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is in the group, for who is in it; who asks to be, for its admins."""
    member = current_member(request)
    group = group_for_members(member, slug)
    campaigners = campaigners_among(group) if group.is_independent else set()
    return group_page(
        request,
        "members",
        group,
        people=[(one, one.member_id in campaigners) for one in people_in(group)],
        asking=asking_to_join(member, group),
    )


@require_POST
@signed_in
def act(request: HttpRequest, slug: str, member_id: int) -> HttpResponse:
    """Let somebody in or not, make them an admin or no longer, put them out."""
    member = current_member(request)
    group = group_for_admin(member, slug)
    command = _ACTS.get(request.POST.get("act", ""))
    if command is None:
        raise Refused(_("This page was too old: load it again."))
    try:
        command(by=member, group=group, member=person_of(group, member_id))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("groups:members", slug)


@require_http_methods(["GET", "POST"])
@signed_in
def change(request: HttpRequest, slug: str) -> HttpResponse:
    """Change what the group says of itself; close it; see what the take-down desk did."""
    member = current_member(request)
    group = group_for_admin(member, slug)
    form = GroupForm(request.POST or None, initial=vars(group))
    if not group.is_independent:
        del form.fields["imprint"]
    if form.is_valid():
        try:
            change_group(by=member, group=group, plan=form.plan(group.kind))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("groups:page", slug)
    desk = before_the_desk(group)
    return group_page(request, "change", group, status_of(form), form=form, desk=desk)


@require_POST
@signed_in
def close(request: HttpRequest, slug: str) -> HttpResponse:
    """Close the group, if its name was typed."""
    member = current_member(request)
    group = group_for_admin(member, slug)
    if group.closed_at is not None:
        raise NotFound
    if request.POST.get("name", "").strip().casefold() != group.name.casefold():
        messages.error(request, _("Type the group’s name to close it."))
        return redirect("groups:change", slug)
    close_group(by=member, group=group)
    messages.success(request, _("The group is closed. Who was in it can still read it."))
    return redirect("groups:list")
