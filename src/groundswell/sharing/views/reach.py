"""How far things travel: the campaign's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from groundswell.common.errors import NotFound
from groundswell.look.charts import Series, bar_chart, line_chart, stacked_bar_chart
from groundswell.look.drawing import Chart
from groundswell.members.access import current_member, role_required
from groundswell.members.queries import LOOK_AFTER, areas_held
from groundswell.sharing import queries, registry
from groundswell.sharing.queries.reach import Part, Reach
from groundswell.sharing.rules.half_life import Fading

MOST_DAYS_DRAWN = 29


@require_GET
@role_required(*LOOK_AFTER)
def reach(request: HttpRequest) -> HttpResponse:
    """Reach by generation, people brought in, half-life, themes and areas."""
    member = current_member(request)
    chosen, theme = _number(request.GET.get("area")), request.GET.get("theme", "")
    scope = queries.scope_for(member, chosen, theme)
    told = queries.reach(scope)
    shown = {
        "reach": told,
        "areas": areas_held(member, *LOOK_AFTER),
        "area": chosen,
        "themes": [(name, _theme(name)) for name in queries.themes_in(scope) if name],
        "chosen_theme": theme,  # "theme" is the frame's: light or dark
        "charts": _charts(told),
    }
    return render(request, "sharing/reach.html", shown)


def _charts(told: Reach) -> list[Chart]:
    drawn = [
        stacked_bar_chart(
            title=_("People by generation"),
            summary=_("1: came through a link of somebody whom no link had led here."),
            series=[Series(_("Only came"), "3"), Series(_("Passed it on"), "1")],
            rows=[
                (
                    _("Generation %(number)d") % {"number": one.number},
                    [max(0, one.people - one.sharers), min(one.sharers, one.people)],
                )
                for one in told.generations
            ],
            row_heading=_("Generation"),
        )
    ]
    if told.visits_fading or told.deeds_fading:
        drawn.append(_over_days(told.visits_fading, told.deeds_fading))
    drawn.append(_by(_("By theme"), _("Theme"), [_named(one) for one in told.themes]))
    drawn.append(_by(_("By area"), _("Area"), told.areas))
    return drawn


def _over_days(visits: Fading | None, deeds: Fading | None) -> Chart:
    days = min(MOST_DAYS_DRAWN, max(len(one.by_day) for one in (visits, deeds) if one))
    return line_chart(
        title=_("How long a link goes on"),
        summary=_(
            "Of every hundred visits and sign-ups, how many have come by so many days "
            "after the link was made."
        ),
        series=[Series(_("Visits"), "3"), Series(_("Sign-ups"), "1")],
        rows=[(str(day), [_share(visits, day), _share(deeds, day)]) for day in range(days)],
        row_heading=_("Days since the link was made"),
    )


def _share(fading: Fading | None, day: int) -> float:
    if fading is None:
        return 0
    return round(100 * fading.by_day[min(day, len(fading.by_day) - 1)])


def _by(title: str, heading: str, parts: list[Part]) -> Chart:
    return bar_chart(
        title=title,
        rows=[(one.name or _("No area"), one.people) for one in parts],
        row_heading=heading,
        value_heading=_("People"),
    )


def _named(part: Part) -> Part:
    return Part(_theme(part.name), part.people, part.deeds)


def _theme(name: str) -> str:
    return registry.title_of(name) if name else _("Other")


def _number(text: str | None) -> int | None:
    if not text:
        return None
    if not text.isdecimal():
        raise NotFound
    return int(text)
