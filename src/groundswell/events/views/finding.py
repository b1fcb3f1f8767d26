"""Finding events: as a list, on a map, by what is most useful today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from groundswell.events.forms.finding import FindForm
from groundswell.events.queries.calendars import calendar_token
from groundswell.events.queries.finding import FoundEvent, events_found, most_useful
from groundswell.events.views.drawing import map_of
from groundswell.members.access import member_or_none
from groundswell.members.models import Member
from groundswell.outreach.models import Effort
from groundswell.outreach.opening import url_of
from groundswell.outreach.queries import open_efforts_for


@require_GET
def events(request: HttpRequest) -> HttpResponse:
    """What is to come, the soonest first; with a postcode the nearest first."""
    member = member_or_none(request)
    form = FindForm(request.GET, home=member.postcode if member else "")
    form.is_valid()
    found = events_found(member, form.sought())
    return _page(request, member, form, found, useful=False)


@require_GET
def useful(request: HttpRequest) -> HttpResponse:
    """What is most useful near me today, and what can be done from home."""
    member = member_or_none(request)
    form = FindForm(request.GET, home=member.postcode if member else "")
    form.is_valid()
    found = most_useful(member, form.sought())
    return _page(request, member, form, found, useful=True)


def _page(
    request: HttpRequest,
    member: Member | None,
    form: FindForm,
    found: list[FoundEvent],
    *,
    useful: bool,
) -> HttpResponse:
    shown = {
        "form": form,
        "found": found,
        "useful": useful,
        "tabs": _tabs(useful=useful),
        "map": map_of([one.event for one in found]),
        "narrowed": any(request.GET.get(name) for name in ("km", "first", "last", "kind")),
        "open_now": _open_now(member) if useful else [],
        "asked": request.GET.urlencode(),
        "calendar": _calendar(member),
    }
    return render(request, "events/list.html", shown, status=422 if form.errors else 200)


def _tabs(*, useful: bool) -> list[dict[str, object]]:
    return [
        {"label": _("All to come"), "url": reverse("events:list"), "current": not useful},
        {"label": _("Most useful today"), "url": reverse("events:useful"), "current": useful},
    ]


def _open_now(member: Member | None) -> list[tuple[Effort, str]]:
    """Every phone bank and canvass that is open to the member today, with its address."""
    if member is None:
        return []
    return [(effort, url_of(effort)) for effort in open_efforts_for(member)]


def _calendar(member: Member | None) -> str:
    return reverse("events:my_calendar", args=[calendar_token(member)]) if member else ""
