"""Events as calendars: iCalendar (RFC 5545, with the names of RFC 7986)."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from icalendar import Calendar
from icalendar import Event as Entry

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.events.models import Event, Place, SignUp
from groundswell.events.queries.page import place_for
from groundswell.look.organisation import organisation
from groundswell.members.models import Member

FETCH_EVERY = timedelta(hours=1)
KEEPS = timedelta(days=31)
_STATUS = {SignUp.State.WAITING: "TENTATIVE", SignUp.State.CANCELLED: "CANCELLED"}


def calendar_of(name: str, events: Iterable[Event]) -> bytes:
    """A calendar of events as anybody may see them: no exact place, no link to a meeting."""
    calendar = _calendar(name)
    for event in events:
        calendar.add_component(_entry(event, None))
    return bytes(calendar.to_ical())


def calendar_of_one(event: Event, place: Place | None) -> bytes:
    """One event; ``place`` where whoever asks may know it (see ``event_page``), else None."""
    calendar = _calendar(event.title)
    calendar.add_component(_entry(event, place))
    return bytes(calendar.to_ical())


def calendar_of_member(member: Member) -> bytes:
    """All that the member comes to or waits for, with exact places, a month back.

    What was cancelled, by them or by the host, stays in it as cancelled, so that a calendar that
    has it takes it out.
    """
    calendar = _calendar(_("My events, %(campaign)s") % {"campaign": organisation().name})
    mine = (
        SignUp.objects.filter(member=member, shift__ends_at__gt=clock.now() - KEEPS)
        .select_related("event", "event__group", "shift")
        .order_by("shift__starts_at", "pk")
    )
    for sign_up in mine:
        calendar.add_component(_entry_of(member, sign_up))
    return bytes(calendar.to_ical())


def calendar_token(member: Member) -> str:
    """What makes the address of a member's calendar secret; signing out everywhere ends it."""
    kept = salted_hmac("events.calendar", f"{member.pk}.{member.password}", algorithm="sha256")
    return f"{member.pk}-{kept.hexdigest()[:40]}"


def member_of_calendar(token: str) -> Member:
    """Whose calendar this is; NotFound for a wrong or ended address."""
    number = token.partition("-")[0]
    member = Member.objects.filter(pk=number, is_active=True).first() if number.isdigit() else None
    if member is None or not constant_time_compare(calendar_token(member), token):
        raise NotFound
    return member


def _calendar(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Groundswell//Events//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", FETCH_EVERY, parameters={"value": "DURATION"})
    return calendar


def _entry_of(member: Member, sign_up: SignUp) -> Entry:
    # The address of a calendar is no second factor: a role opens nothing here.
    entry = _entry(sign_up.event, place_for(member, sign_up.event, with_roles=False))
    entry["uid"] = f"place-{sign_up.code}@{_host()}"
    entry.pop("dtstart")
    entry.pop("dtend")
    entry.add("dtstart", sign_up.shift.starts_at)
    entry.add("dtend", sign_up.shift.ends_at)
    if sign_up.state in _STATUS and sign_up.event.state != Event.State.CANCELLED:
        entry["status"] = _STATUS[SignUp.State(sign_up.state)]
    return entry


def _entry(event: Event, place: Place | None) -> Entry:
    address = settings.SITE_URL + reverse("events:page", args=[event.slug])
    entry = Entry()
    entry.add("uid", f"event-{event.pk}@{_host()}")
    entry.add("dtstamp", event.changed_at)
    entry.add("last-modified", event.changed_at)
    entry.add("sequence", event.turn)
    entry.add("dtstart", event.starts_at)
    entry.add("dtend", event.ends_at)
    entry.add("summary", event.title)
    entry.add("description", "\n".join(_words(event, place, address)))
    entry.add("url", address)
    entry.add("categories", [str(event.get_kind_display())])
    entry.add("status", "CANCELLED" if event.state == Event.State.CANCELLED else "CONFIRMED")
    where = _where(event, place)
    if where:
        entry.add("location", where)
    spot = place if place is not None and place.latitude is not None else event
    if spot.latitude is not None and spot.longitude is not None:
        entry.add("geo", (spot.latitude, spot.longitude))
    return entry


def _words(event: Event, place: Place | None, address: str) -> Iterable[str]:
    if event.change_words:
        yield event.change_words
    if event.group is not None:
        yield event.group.name
        if event.is_independent:
            yield event.group.imprint
    if place is not None:
        yield from (text for text in (place.directions, place.online_url) if text)
    yield address


def _where(event: Event, place: Place | None) -> str:
    if place is not None:
        exact = [place.name, place.address, place.postcode]
        return ", ".join(text for text in exact if text)
    return f"{event.town} ({event.outward})" if event.outward else event.town


def _host() -> str:
    return settings.SITE_URL.partition("://")[2].partition(":")[0]
