"""One page for every scope: numbers, charts, a map, tables; as a page, a live piece, or CSV."""

import csv
from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.contact.queries import opinions_kept
from groundswell.headquarters import rules
from groundswell.headquarters.queries import (
    Figures,
    Scope,
    by_area,
    by_branch,
    by_day,
    by_hour,
    by_moment,
    reached_for,
    scopes_for,
    total,
)
from groundswell.headquarters.rules import Period
from groundswell.headquarters.views import drawings
from groundswell.look.charts import Chart
from groundswell.members.access import current_member, second_factor_done
from groundswell.members.models import Member
from groundswell.places.models import Area


def show(request: HttpRequest, scope: Scope) -> HttpResponse:
    """The totals of a scope. ``?csv=day|hour|area|district|branch`` gives the aggregate as a file.

    A live piece that has seen the same sums already is answered with 204 and stays as it is.
    """
    member = current_member(request)
    scope = replace(scope, in_full=scope.in_full and second_factor_done(request))
    period = rules.period_of(request.GET.get("period", ""))
    if "csv" in request.GET:
        return _file(scope, period, request.GET["csv"])
    moments = by_moment(scope, period)
    figures = total(moments.values())
    seen = "-".join(str(number) for number in (*figures.counts, clock.today().toordinal()))
    live = request.headers.get("HX-Target") == "figures"
    if live and request.GET.get("seen") == seen:
        return HttpResponse(status=204)
    context = {
        "scope": scope,
        "period": period,
        "periods": _periods(request, period),
        "figures": figures,
        "seen": seen,
        "days": _days(period, by_day(moments)),
        "hours": drawings.over_hours(by_hour(moments)),
        "reached": reached_for(member, scope),
        "branches": by_branch(scope, period),
        **_intentions(scope, figures),
        **_areas(member, scope, period),
    }
    if live:
        return render(request, "headquarters/parts/figures.html", context)
    context["views"] = views_for(request, member)
    return render(request, "headquarters/totals.html", context)


def _days(period: Period, days: dict[date, Figures]) -> Chart | None:
    """One day alone makes no line."""
    today = clock.today()
    if period is Period.TODAY:
        return None
    return drawings.over_days(days, rules.first_day(period, today), today)


def _intentions(scope: Scope, figures: Figures) -> dict[str, Any]:
    """How people mean to vote, where that is kept, and only of enough of them."""
    kept = opinions_kept()
    shown = kept and (scope.in_full or rules.may_break_down(figures.conversations))
    intentions = drawings.intentions(figures) if shown else None
    return {"opinions_kept": kept, "intentions": intentions}


def _areas(member: Member, scope: Scope, period: Period) -> dict[str, Any]:
    """By constituency where there are several, else by ward; polling districts for who leads."""
    constituencies = by_area(scope, period, Area.Kind.CONSTITUENCY)
    several = len(constituencies) > 1
    areas = constituencies if several else by_area(scope, period, Area.Kind.WARD)
    small = scope.in_full and not several
    leads = bool(scopes_for(member)) and scope.in_full
    return {
        "areas": areas,
        "area_word": _("Constituency") if several else _("Ward"),
        "area_links": leads,
        "area_csv": "constituency" if several else "ward",
        "map": drawings.on_a_map(areas, _area_url if leads else None),
        "districts": by_area(scope, period, Area.Kind.POLLING_DISTRICT) if small else [],
    }


def _area_url(area: Area) -> str:
    return reverse("headquarters:area", args=[area.pk])


def _periods(request: HttpRequest, current: Period) -> list[dict[str, Any]]:
    words = {
        Period.TODAY: _("Today"),
        Period.WEEK: _("7 days"),
        Period.MONTH: _("4 weeks"),
        Period.ALL: _("All"),
    }
    return [
        {"label": label, "url": f"{request.path}?period={period}", "current": period is current}
        for period, label in words.items()
    ]


def views_for(request: HttpRequest, member: Member) -> list[dict[str, Any]]:
    """Whose totals this member can look at."""
    found = [(_("My figures"), reverse("headquarters:mine"))]
    if member.branch is not None:
        found.append((member.branch.name, reverse("headquarters:branch", args=[member.branch_id])))
    found += [(area.name, _area_url(area)) for area in scopes_for(member)]
    found.append((_("The whole campaign"), reverse("headquarters:totals")))
    return [{"label": label, "url": url, "current": url == request.path} for label, url in found]


def _file(scope: Scope, period: Period, by: str) -> HttpResponse:
    """The aggregate as CSV; polling districts only for those who lead."""
    if by == "day":
        days = by_day(by_moment(scope, period))
        heading, rows = _("Day"), [(str(day), one) for day, one in days.items()]
    elif by == "hour":
        heading, rows = _("Hour"), drawings.by_moment_rows(by_moment(scope, period))
    else:
        heading, rows = _by_name(scope, period, by)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"{slugify(scope.title)}-{by}-{clock.today()}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    csv.writer(answer).writerows(
        drawings.table(heading, rows, opinions=scope.in_full and opinions_kept())
    )
    return answer


def _by_name(scope: Scope, period: Period, by: str) -> tuple[str, list[tuple[str, Figures]]]:
    if by == "branch":
        heading, areas = _("Branch"), by_branch(scope, period)
    elif by == "constituency":
        heading, areas = _("Constituency"), by_area(scope, period, Area.Kind.CONSTITUENCY)
    elif by == "ward":
        heading, areas = _("Ward"), by_area(scope, period, Area.Kind.WARD)
    elif by == "district" and scope.in_full:
        heading, areas = _("Polling district"), by_area(scope, period, Area.Kind.POLLING_DISTRICT)
    else:
        raise NotFound
    return heading, [(area.name, figures) for area, figures in areas]
