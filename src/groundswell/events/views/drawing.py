"""Events on a map of the wards around them, drawn by us."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from groundswell.events.models import Event
from groundswell.look.pin_map import Pin, pin_map
from groundswell.places.models import Area
from groundswell.places.queries import feature_collection


def map_of(events: Sequence[Event]) -> SafeString | None:
    """Pins numbered as in the list; None where no event has a place."""
    pins = [
        Pin(event.latitude, event.longitude, number, _label(event), f"#event-{event.pk}")
        for number, event in enumerate(events, start=1)
        if event.latitude is not None and event.longitude is not None
    ]
    if not pins:
        return None
    wards = Area.objects.filter(kind=Area.Kind.WARD, valid_to=None).exclude(geometry=None)
    return pin_map(
        title=_("Where the events are, roughly"),
        description=_("The numbers are those of the list, which says the same in words."),
        features=feature_collection(wards),
        pins=pins,
    )


def _label(event: Event) -> str:
    return f"{event.title}, {date_format(localtime(event.starts_at), 'SHORT_DATETIME_FORMAT')}"
