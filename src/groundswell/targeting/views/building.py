"""The builder: rows are added and taken out, counts follow, the universe is saved."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundswell.common.errors import Refused
from groundswell.members.access import current_member
from groundswell.members.models import Member
from groundswell.targeting.commands import save_universe
from groundswell.targeting.forms import Builder
from groundswell.targeting.models import Universe
from groundswell.targeting.queries import (
    areas_to_choose,
    count_universe,
    describe,
    streets_in,
    universe_for,
)
from groundswell.targeting.rules import WrongRule
from groundswell.targeting.views.looking import organisers, people_shown, universe_again
from groundswell.targeting.views.showing import shown_counts

GET_AND_POST = ["GET", "HEAD", "POST"]


@require_http_methods(GET_AND_POST)
@organisers
def new_universe(request: HttpRequest) -> HttpResponse:
    """Make a universe."""
    return _build(request, current_member(request), None)


@require_http_methods(GET_AND_POST)
@organisers
def change_universe(request: HttpRequest, universe_id: int) -> HttpResponse:
    """Change a universe."""
    member = current_member(request)
    return _build(request, member, universe_for(member, universe_id))


@require_POST
@organisers
def counts(request: HttpRequest) -> HttpResponse:
    """The counts of what stands in the builder now."""
    member = current_member(request)
    builder = Builder(areas_to_choose(member), request.POST)
    return render(request, "targeting/parts/counts.html", _counted(member, builder))


@require_safe
@organisers
def streets(request: HttpRequest) -> HttpResponse:
    """Streets that begin with what was typed, for the browser to offer."""
    member = current_member(request)
    builder = Builder(areas_to_choose(member), request.GET)
    typed = next((text for key, text in request.GET.items() if key.endswith("-another")), "")
    found = streets_in(member, builder.area, str(typed)) if builder.area else []
    return render(request, "targeting/parts/streets.html", {"streets": found})


def _build(request: HttpRequest, member: Member, universe: Universe | None) -> HttpResponse:
    areas = areas_to_choose(member)
    if not areas:
        raise PermissionDenied
    if request.method != "POST":
        return _shown(request, member, Builder.of_universe(areas, universe), universe)
    builder = Builder(areas, request.POST)
    if not builder.press(request.POST):
        if "save" in request.POST:
            saved = _save(request, member, builder, universe)
            if saved is not None:
                return universe_again(saved)
        elif "show" in request.POST:
            return _shown(request, member, builder, universe, people=True)
    return _shown(request, member, builder, universe)


def _save(
    request: HttpRequest, member: Member, builder: Builder, universe: Universe | None
) -> Universe | None:
    """The universe as saved, or None with the reason on the builder."""
    if not builder.names.is_valid() or builder.area is None:
        return None
    try:
        saved = save_universe(
            by=member,
            name=builder.names.cleaned_data["name"],
            area=builder.area,
            rule=builder.rule(),
            shared=builder.names.cleaned_data["shared"],
            universe=universe,
        )
    except WrongRule:
        builder.names.add_error(None, _("One of the conditions cannot be used yet: see below."))
    except Refused as refused:
        builder.names.add_error("name", str(refused))
    else:
        messages.success(request, _("Saved. Its counts refresh by themselves."))
        return saved
    return None


def _shown(
    request: HttpRequest,
    member: Member,
    builder: Builder,
    universe: Universe | None,
    *,
    people: bool = False,
) -> HttpResponse:
    context = {"builder": builder, "universe": universe, **_counted(member, builder)}
    if people and builder.area is not None:
        rule, _unusable = builder.rule_so_far()
        context |= people_shown(member, builder.area, rule)
    part = {"rule": "rule_again", "people": "people"}.get(request.headers.get("HX-Target", ""))
    template = f"targeting/parts/{part}.html" if part else "targeting/build.html"
    return render(request, template, context)


def _counted(member: Member, builder: Builder) -> dict[str, object]:
    if builder.area is None:
        return {"counts": None, "sentence": "", "unusable": 0}
    rule, unusable = builder.rule_so_far()
    return {
        "counts": shown_counts(count_universe(member, builder.area, rule)),
        "sentence": describe(rule),
        "unusable": unusable,
    }
