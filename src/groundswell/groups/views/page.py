"""A group's own page, joining and leaving."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common.errors import NotFound, Refused
from groundswell.groups.commands import choose_counting, choose_digest, join, leave
from groundswell.groups.forms.groups import (
    AskForm,
    DigestForm,
    LeaveForm,
    NewcomerForm,
    NewcomersAskForm,
)
from groundswell.groups.models import Group, Membership
from groundswell.groups.queries import (
    admins_of,
    count_members,
    group_by_slug,
    group_for_members,
    is_in,
    membership_of,
)
from groundswell.groups.queries.goals import progress_now
from groundswell.groups.queries.people import asking_to_join, heirs_of
from groundswell.groups.queries.talk import readable_threads, threads_of, waiting_posts
from groundswell.groups.registry import sections
from groundswell.groups.views.showing import group_page, status_of
from groundswell.mailings.commands import agree_if_ticked
from groundswell.members.access import (
    current_member,
    join_as_newcomer,
    member_or_none,
    signed_in,
    visitor_address,
)
from groundswell.members.limits import limit
from groundswell.members.models import Member
from groundswell.sharing.commands import note_came_through

JOINS_AN_HOUR = 20
THREADS_A_PAGE = 20


@require_GET
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """What the group is, for everybody; what is going on in it, for its members."""
    member = member_or_none(request)
    group = group_by_slug(member, slug)
    shown: dict[str, Any] = {
        "members": count_members(group),
        "admins": admins_of(group),
        "mine": membership_of(member, group),
        "progress": progress_now(group),
        "sections": sections(group, member),
    }
    if member is None or not is_in(member, group):
        return group_page(request, "page", group, **shown)
    paged = Paginator(threads_of(member, group), THREADS_A_PAGE).get_page(request.GET.get("page"))
    return group_page(
        request,
        "home",
        group,
        **shown,
        paged=paged,
        threads=readable_threads(member, paged.object_list, group),
        waiting=waiting_posts(member, group),
        asking=asking_to_join(member, group).count(),
    )


@require_http_methods(["GET", "POST"])
def join_group(request: HttpRequest, slug: str) -> HttpResponse:
    """Join, or ask to: one press for a member, a name and an address for somebody new."""
    member = member_or_none(request)
    group = group_by_slug(member, slug)
    if group.closed_at is not None:
        raise NotFound
    if member and is_in(member, group):
        return redirect("groups:page", slug)
    form = _joining_form(member, group)(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return _join(request, member, group, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    mine = membership_of(member, group)
    return group_page(request, "join", group, status_of(form), form=form, mine=mine)


@require_http_methods(["GET", "POST"])
@signed_in
def leave_group(request: HttpRequest, slug: str) -> HttpResponse:
    """Leave; the last admin names who looks after the group, or closes it."""
    member = current_member(request)
    group = group_for_members(member, slug)
    heirs = heirs_of(member, group)
    last = list(admins_of(group)) == [member]
    form = LeaveForm(request.POST or None, heirs=heirs) if last and heirs.exists() else None
    if request.method == "POST" and (form is None or form.is_valid()):
        chosen = form.cleaned_data["next_admin"] if form else None
        try:
            leave(by=member, group=group, next_admin=chosen)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("You have left %(name)s.") % {"name": group.name})
            return redirect("groups:list")
    return group_page(request, "leave", group, status_of(form), form=form, last=last)


@require_http_methods(["GET", "POST"])
@signed_in
def mail(request: HttpRequest, slug: str) -> HttpResponse:
    """How often mail comes, and whether one's deeds count towards the goal."""
    member = current_member(request)
    group = group_for_members(member, slug)
    mine = Membership.objects.get(group=group, member=member)
    form = DigestForm(request.POST or None, initial={"digest": mine.digest})
    if form.is_valid():
        choose_digest(by=member, group=group, rate=form.cleaned_data["digest"])
        messages.success(request, _("Saved."))
        return redirect("groups:page", slug)
    return group_page(request, "mail", group, status_of(form), form=form, mine=mine)


@require_POST
@signed_in
def counting(request: HttpRequest, slug: str) -> HttpResponse:
    """Have one's own deeds counted towards the goal, or not."""
    member = current_member(request)
    group = group_for_members(member, slug)
    choose_counting(by=member, group=group, counts=request.POST.get("counts") == "yes")
    messages.success(request, _("Saved."))
    return redirect("groups:mail", slug)


def _joining_form(
    member: Member | None, group: Group
) -> type[AskForm | NewcomerForm | NewcomersAskForm]:
    asks = group.joining == Group.Joining.APPROVAL
    if member is not None:
        return AskForm
    return NewcomersAskForm if asks else NewcomerForm


def _join(
    request: HttpRequest,
    member: Member | None,
    group: Group,
    form: AskForm | NewcomerForm | NewcomersAskForm,
) -> HttpResponse:
    limit("join_group", member or visitor_address(request), per_hour=JOINS_AN_HOUR)
    if member is None:
        member = join_as_newcomer(
            request,
            email=form.cleaned_data["email"],
            name=form.cleaned_data["your_name"],
            branch=None if group.is_independent else group.area,
            leads_to=reverse("groups:join", args=[group.slug]),
        )
        if member is None:
            return group_page(request, "look_in_your_mail", group)
        if not group.is_independent:
            agree_if_ticked(member=member, sent=request.POST, how=_("Joining a group"))
    made = join(by=member, group=group, words=form.cleaned_data.get("words", ""))
    note_came_through(
        member=member,
        via=request.POST.get("via", ""),
        action="joined",
        subject=("group", group.pk),
    )
    if made.state == Membership.State.IN:
        messages.success(request, _("You are in. Say hello."))
    else:
        messages.success(request, _("The admins know that you would like to join."))
    return redirect("groups:page", group.slug)
