"""What the group aims for together."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.groups.commands import add_own_deeds, end_goal, set_goal
from groundswell.groups.forms.talk import DeedsForm, GoalForm
from groundswell.groups.queries import group_for_admin, group_for_members, is_admin
from groundswell.groups.queries.goals import goals_before, progress_now
from groundswell.groups.views.showing import group_page, status_of
from groundswell.members.access import current_member, signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def goal(request: HttpRequest, slug: str) -> HttpResponse:
    """How far the group has come, what it did before; for admins, the next goal."""
    member = current_member(request)
    if request.method == "POST":
        group = group_for_admin(member, slug)
    else:
        group = group_for_members(member, slug)
    form = None
    if is_admin(member, group):
        today = clock.today()
        sunday = today + timedelta(days=6 - today.weekday())
        form = GoalForm(request.POST or None, group=group, initial={"until": sunday})
        if form.is_valid():
            try:
                set_goal(by=member, group=group, plan=form.plan())
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, _("That is the goal now."))
                return redirect("groups:page", slug)
    return group_page(
        request,
        "goal",
        group,
        status_of(form),
        form=form,
        progress=progress_now(group),
        past=goals_before(group),
        deeds=DeedsForm(),
    )


@require_POST
@signed_in
def did(request: HttpRequest, slug: str) -> HttpResponse:
    """Add what one did oneself."""
    member = current_member(request)
    group = group_for_members(member, slug)
    form = DeedsForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Give a whole number between 1 and 1,000."))
        return redirect("groups:goal", slug)
    add_own_deeds(by=member, group=group, **form.cleaned_data)
    messages.success(request, _("Counted. Thank you."))
    return redirect("groups:page", slug)


@require_POST
@signed_in
def give_up(request: HttpRequest, slug: str) -> HttpResponse:
    """End the goal that runs."""
    member = current_member(request)
    end_goal(by=member, group=group_for_admin(member, slug))
    return redirect("groups:goal", slug)
