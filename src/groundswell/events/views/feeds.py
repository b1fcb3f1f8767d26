"""Events for other programs: calendars by person, area, group and event; Atom and RSS."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from groundswell.common.errors import NotFound
from groundswell.events.forms.finding import FindForm
from groundswell.events.queries import event_page
from groundswell.events.queries.calendars import (
    calendar_of,
    calendar_of_member,
    calendar_of_one,
    member_of_calendar,
)
from groundswell.events.queries.feeds import FEEDS, feed_of
from groundswell.events.queries.finding import Sought, events_to_come
from groundswell.groups.queries import group_by_slug
from groundswell.look.organisation import organisation
from groundswell.members.access import member_or_none, second_factor_done
from groundswell.places.models import Area

CALENDAR = "text/calendar; charset=utf-8"


@require_GET
def of_everybody(request: HttpRequest) -> HttpResponse:
    """All events that anybody may find, or those of the kinds asked for."""
    events = events_to_come(None, _sought(request))
    return _calendar(calendar_of(_events_of(organisation().name), events), "events")


@require_GET
def of_area(request: HttpRequest, area_id: int) -> HttpResponse:
    """Those of an area and all beneath it."""
    area = get_object_or_404(Area, pk=area_id)
    events = events_to_come(None, _sought(request, area=area))
    return _calendar(calendar_of(_events_of(area.name), events), f"area-{area.pk}")


@require_GET
def of_group(request: HttpRequest, slug: str) -> HttpResponse:
    """Those of a group, as anybody may see them."""
    group = group_by_slug(None, slug)
    events = events_to_come(None, Sought(group_id=group.pk))
    return _calendar(calendar_of(_events_of(group.name), events), f"group-{group.slug}")


@require_GET
def of_member(request: HttpRequest, token: str) -> HttpResponse:
    """A member's own calendar, at an address that only they know."""
    answer = _calendar(calendar_of_member(member_of_calendar(token)), "my-events")
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_GET
def of_one(request: HttpRequest, slug: str) -> HttpResponse:
    """One event as a file; with the exact place for whoever comes to it."""
    member = member_or_none(request)
    seen = event_page(member, slug, with_roles=member is None or second_factor_done(request))
    answer = _calendar(calendar_of_one(seen.event, seen.place), seen.event.slug)
    answer["Content-Disposition"] = f'attachment; filename="{seen.event.slug}.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_GET
def feed(request: HttpRequest, form: str) -> HttpResponse:
    """Events to come as a feed, atom or rss; the same questions may be asked as of the page."""
    if form not in FEEDS:
        raise NotFound
    area_id = request.GET.get("area", "")
    area = Area.objects.filter(pk=area_id).first() if area_id.isdigit() else None
    if area_id and area is None:
        raise NotFound
    events = events_to_come(None, _sought(request, area=area))
    title = _events_of(area.name if area else organisation().name)
    written = feed_of(form, events, title=title, path=request.get_full_path())
    return HttpResponse(written, content_type=f"application/{form}+xml; charset=utf-8")


def _sought(request: HttpRequest, area: Area | None = None) -> Sought:
    form = FindForm(request.GET)
    form.is_valid()
    return form.sought(area=area)


def _calendar(written: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(written, content_type=CALENDAR)
    answer["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return answer


def _events_of(name: str) -> str:
    return _("Events, %(name)s") % {"name": name}
