"""Finding a group, and starting one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from groundswell.common.errors import Refused
from groundswell.common.postcode import tidy
from groundswell.groups.commands import start_group
from groundswell.groups.forms.groups import GroupForm, NewcomersStartForm, StartForm
from groundswell.groups.queries import groups_found, groups_near, groups_of
from groundswell.groups.queries.groups import shown_in_lists
from groundswell.members.access import join_as_newcomer, member_or_none, visitor_address
from groundswell.members.limits import limit
from groundswell.members.models import Member
from groundswell.sharing.commands import note_came_through

STARTS_A_DAY = 5
_MOST_SHOWN = 60


@require_GET
def groups(request: HttpRequest) -> HttpResponse:
    """One's own groups, and those that a postcode or a word finds."""
    member = member_or_none(request)
    asked = request.GET.get("q", "").strip()
    postcode = tidy(asked)
    near = groups_near(postcode) if postcode else []
    found = [] if postcode else groups_found(asked)[:_MOST_SHOWN]
    shown = {
        "asked": asked,
        "postcode": postcode,
        "mine": groups_of(member) if member else [],
        "near": near,
        "found": shown_in_lists(found),
    }
    return render(request, "groups/list.html", shown)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Start a group: one page, and no account beforehand."""
    member = member_or_none(request)
    asked = StartForm if member else NewcomersStartForm
    form = asked(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return _start(request, member, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    shown = {"form": form, "member": member}
    return render(request, "groups/new.html", shown, status=422 if form.errors else 200)


def _start(request: HttpRequest, member: Member | None, form: GroupForm) -> HttpResponse:
    limit("start_group", member or visitor_address(request), per_day=STARTS_A_DAY)
    if member is None:
        member = join_as_newcomer(
            request,
            email=form.cleaned_data["email"],
            name=form.cleaned_data["your_name"],
            branch=None,
            leads_to=reverse("groups:new"),
        )
        if member is None:
            return render(request, "groups/look_in_your_mail.html")
    group = start_group(by=member, plan=form.plan(form.cleaned_data["kind"]))
    note_came_through(
        member=member,
        via=request.POST.get("via", ""),
        action="joined",
        subject=("group", group.pk),
    )
    messages.success(request, _("Your group is there. Bring people in, and write the first post."))
    return redirect("groups:page", group.slug)
