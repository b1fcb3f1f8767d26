"""Events as Atom and RSS feeds, and as schema.org tells them to search engines."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from groundswell.events.models import Event
from groundswell.look.organisation import organisation

FEEDS = {"atom": Atom1Feed, "rss": Rss201rev2Feed}
_ATTENDANCE = {
    True: "https://schema.org/OnlineEventAttendanceMode",
    False: "https://schema.org/OfflineEventAttendanceMode",
}


def feed_of(form: str, events: Iterable[Event], *, title: str, path: str) -> str:
    """A feed (one of ``FEEDS``) of events to come as anybody may see them.

    ``path`` is where the feed itself lies.
    """
    feed = FEEDS[form](
        title=title,
        link=settings.SITE_URL + reverse("events:list"),
        description=_("Events to come, %(campaign)s") % {"campaign": organisation().name},
        language=get_language() or "en-gb",
        feed_url=settings.SITE_URL + path,
    )
    for event in events:
        feed.add_item(
            title=event.title,
            link=address_of(event),
            description=_summary(event),
            author_name=_by(event),
            pubdate=event.made_at,
            updateddate=event.changed_at,
            unique_id=address_of(event),
            categories=[str(event.get_kind_display())],
        )
    return str(feed.writeString("utf-8"))


def schema_org(event: Event) -> dict[str, Any]:
    """The event as schema.org's ``Event``: what anybody may read, the place by its town."""
    cancelled = event.state == Event.State.CANCELLED
    online = event.kind == Event.Kind.ONLINE
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "url": address_of(event),
        "startDate": localtime(event.starts_at).isoformat(),
        "endDate": localtime(event.ends_at).isoformat(),
        "eventStatus": "https://schema.org/" + ("EventCancelled" if cancelled else _status(event)),
        "eventAttendanceMode": _ATTENDANCE[online],
        "location": _location(event, online=online),
        "organizer": {"@type": "Organization", "name": _by(event)},
        "isAccessibleForFree": True,
    }


def address_of(event: Event) -> str:
    """The address of the event's page."""
    return settings.SITE_URL + reverse("events:page", args=[event.slug])


def _status(event: Event) -> str:
    return "EventRescheduled" if event.turn else "EventScheduled"


def _location(event: Event, *, online: bool) -> dict[str, Any]:
    if online:
        return {"@type": "VirtualLocation", "url": address_of(event)}
    place = {"@type": "PostalAddress", "addressLocality": event.town}
    if event.outward:
        place["postalCode"] = event.outward
    return {"@type": "Place", "name": event.town, "address": place}


def _by(event: Event) -> str:
    return event.group.name if event.group is not None else organisation().name


def _summary(event: Event) -> str:
    told = [
        date_format(localtime(event.starts_at), "DATETIME_FORMAT"),
        f"{event.town} ({event.outward})" if event.outward else event.town,
        str(event.get_kind_display()),
    ]
    if event.is_independent and event.group is not None:
        told.append(event.group.imprint)
    return " · ".join(part for part in told if part)
