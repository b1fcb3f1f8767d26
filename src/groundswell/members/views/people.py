"""The people of an area, for those who look after them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundswell.common.errors import Refused
from groundswell.common.phone import readable
from groundswell.members import commands, queries
from groundswell.members.access import current_member, role_required
from groundswell.members.forms import BarForm, GrantRoleForm, NewMemberForm
from groundswell.members.limits import limit
from groundswell.members.models import Member

_looks_after = role_required(*queries.LOOK_AFTER)
_A_PAGE = 50


@_looks_after
@require_safe
def people(request: HttpRequest) -> HttpResponseBase:
    """List the people of one's areas, found by name or address, sorted out by tab."""
    everybody = queries.members_of_area(current_member(request))
    search = request.GET.get("q", "").strip()
    if search:
        everybody = everybody.filter(Q(name__icontains=search) | Q(email__icontains=search))
    tab = request.GET.get("show", "")
    page = Paginator(_of_tab(everybody, tab), _A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "members/people.html",
        {"page": page, "search": search, "tab": tab, "tabs": _tabs(everybody, tab, search)},
    )


@_looks_after
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponseBase:
    """Add somebody, who is mailed a link to sign in."""
    organiser = current_member(request)
    form = NewMemberForm(request.POST or None, organiser=organiser)
    if request.method == "POST" and form.is_valid():
        limit("add_member", organiser, per_hour=200)
        try:
            member = commands.open_account(by=organiser, **form.cleaned_data)
            commands.send_sign_in_link(by=organiser, member=member, key=f"welcome-{member.pk}")
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, _("%(name)s is sent a link to sign in.") % {"name": member.name}
            )
            return redirect("members:people")
    return render(request, "members/add.html", {"form": form})


@_looks_after
@require_safe
def person(request: HttpRequest, member_id: int) -> HttpResponseBase:
    """Show one person: standing, roles, bars, and what can be done."""
    member = queries.member_seen_by(current_member(request), member_id)
    return _person_page(request, member)


@_looks_after
@require_POST
def change(request: HttpRequest, member_id: int) -> HttpResponseBase:
    """Vet, make a member, bar, lift the bar or send a link: the button pressed says which."""
    by = current_member(request)
    member = queries.member_seen_by(by, member_id)
    match request.POST.get("do"):
        case "vet":
            commands.vet(by=by, member=member)
        case "make_member":
            commands.make_member(by=by, member=member)
        case "bar":
            commands.bar(by=by, member=member, reason=request.POST.get("reason", ""))
        case "lift_bar":
            commands.lift_bar(by=by, member=member)
        case "send_link":
            limit("send_link", by, per_minute=30)
            commands.send_sign_in_link(by=by, member=member)
            messages.success(request, _("A link is on its way to their e-mail address."))
    return redirect("members:person", member_id=member.pk)


@_looks_after
@require_POST
def grant(request: HttpRequest, member_id: int) -> HttpResponseBase:
    """Grant a role."""
    by = current_member(request)
    member = queries.member_seen_by(by, member_id)
    form = GrantRoleForm(request.POST, granter=by)
    if form.is_valid():
        try:
            commands.grant_role(by=by, member=member, **form.cleaned_data)
            return redirect("members:person", member_id=member.pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return _person_page(request, member, form, status=422)


def _person_page(
    request: HttpRequest, member: Member, form: GrantRoleForm | None = None, status: int = 200
) -> HttpResponse:
    by = current_member(request)
    barred = queries.bar_in_force(member)
    shown = {
        "member": member,
        "own": member == by,
        "barred": barred,
        "bar_form": BarForm(initial={"reason": barred.reason if barred else ""}),
        "past_bars": queries.past_bars(member),
        "phone": readable(member.phone) if member.phone else "",
        "may_bar": queries.may_bar(by, member),
        "roles": queries.roles_held(member).select_related("area", "granted_by"),
        "grant_form": form or _grant_form(by, member),
    }
    return render(request, "members/person.html", shown, status=status)


def _grant_form(by: Member, member: Member) -> GrantRoleForm | None:
    if by == member or not queries.holds_role(by, *queries.GRANTERS):
        return None
    return GrantRoleForm(granter=by)


def _of_tab(everybody: QuerySet[Member], tab: str) -> QuerySet[Member]:
    if tab == "to_vet":
        return everybody.filter(standing=Member.Standing.SUPPORTER, is_active=True)
    if tab == "barred":
        return everybody.filter(is_active=False)
    return everybody


def _tabs(everybody: QuerySet[Member], current: str, search: str) -> list[dict[str, object]]:
    url = reverse("members:people")
    words = [("", _("Everybody")), ("to_vet", _("Not yet vetted")), ("barred", _("Barred"))]
    query = f"&q={search}" if search else ""
    return [
        {
            "label": label,
            "url": f"{url}?show={tab}{query}",
            "current": tab == current,
            "count": _of_tab(everybody, tab).count(),
        }
        for tab, label in words
    ]
