"""The words of each notice: the host's where they wrote some, else the usual ones."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from groundswell.events.models import Event, Feedback, Notice, Place, ReminderWords, SignUp
from groundswell.events.queries.coming import place_in_line
from groundswell.events.queries.page import place_with_code, tells_place
from groundswell.events.queries.seen import next_one_for

NAMES = ("name", "title", "when", "host")

_USUAL: dict[str, tuple[str | Promise, str | Promise]] = {
    "signed_up": (
        gettext_lazy("You are coming: {title}, {when}"),
        gettext_lazy("Thank you, {name}. We look forward to seeing you."),
    ),
    "in_line": (
        gettext_lazy("You are on the waiting list: {title}"),
        gettext_lazy(
            "It is full, and you are on the list. You hear at once if a place comes free."
        ),
    ),
    "moved_up": (
        gettext_lazy("A place came free for you: {title}, {when}"),
        gettext_lazy(
            "Good news, {name}: you have a place. If you cannot come, give it back below."
        ),
    ),
    "two_days": (
        gettext_lazy("In two days: {title}"),
        gettext_lazy(
            "{name}, it is in two days. If something came up, give your place back below."
        ),
    ),
    "day_before": (
        gettext_lazy("Tomorrow: {title}"),
        gettext_lazy("{name}, see you tomorrow. If something came up, give your place back below."),
    ),
    "morning": (
        gettext_lazy("{title}, {when}"),
        gettext_lazy("{name}, it is soon. Here is all you need to find us."),
    ),
    "after": (
        gettext_lazy("Thank you for coming: {title}"),
        gettext_lazy("Thank you, {name}. How was it? One tap tells {host}."),
    ),
    "moved": (
        gettext_lazy("Changed: {title}, {when}"),
        gettext_lazy("{name}, place or time have changed. Your place is kept."),
    ),
    "cancelled": (
        gettext_lazy("Cancelled: {title}"),
        gettext_lazy("{name}, this event was cancelled. We are sorry."),
    ),
    "lift_asked": (
        gettext_lazy("A lift to {title}"),
        gettext_lazy("{name}, somebody who comes asks about your lift. Answer them here:"),
    ),
    "lift_agreed": (
        gettext_lazy("Your lift to {title} is agreed"),
        gettext_lazy("{name}, you go together. How to reach one another:"),
    ),
}


def usual_words(kind: str) -> tuple[str, str]:
    """Subject and words of a kind, with the names in braces that are filled in for each person."""
    subject, body = _USUAL[kind]
    return str(subject), str(body)


def words_for(event: Event, kind: str) -> tuple[str, str]:
    """What the host wrote for this step of the ladder, or the usual words."""
    if kind in ReminderWords.When.values:
        written = event.reminder_words.filter(when=kind, sent=True).first()
        if written is not None:
            return written.subject, written.body
    return usual_words(kind)


class Known:
    """What many notices of one event share, asked for once."""

    def __init__(self) -> None:
        self._places: dict[int, Place | None] = {}
        self._words: dict[tuple[int, str, str], tuple[str, str]] = {}
        self._off: dict[int, set[str]] = {}

    def place(self, sign_up: SignUp) -> Place | None:
        """The exact place, for whoever comes."""
        if not tells_place(sign_up):
            return None
        event = sign_up.event_id
        if event not in self._places:
            self._places[event] = place_with_code(sign_up)
        return self._places[event]

    def is_off(self, event: Event, kind: str) -> bool:
        """Whether the host switched this one off."""
        if event.pk not in self._off:
            off = event.reminder_words.filter(sent=False)
            self._off[event.pk] = set(off.values_list("when", flat=True))
        return kind in self._off[event.pk]

    def words(self, event: Event, kind: str) -> tuple[str, str]:
        """The host's words for this kind, or the usual ones, in the language that is active."""
        key = (event.pk, kind, get_language() or "")
        if key not in self._words:
            self._words[key] = words_for(event, kind)
        return self._words[key]


def wording_of(notice: Notice, known: Known) -> tuple[str, str]:
    """Subject and plain text of a notice, in the language that is active."""
    sign_up, event = notice.sign_up, notice.event
    subject, body = known.words(event, notice.kind)
    names = {
        "name": (sign_up.member.name if sign_up.member else sign_up.name).partition(" ")[0],
        "title": event.title,
        "when": moment(sign_up.shift.starts_at),
        "host": event.host.name if event.host else _("the host"),
    }
    parts = [_filled(body, names), *_more(notice, known)]
    return _filled(subject, names)[:200], "\n\n".join(part for part in parts if part) + "\n"


def moment(when: datetime) -> str:
    """Day and time as people say them."""
    local = localtime(when)
    return f"{date_format(local, 'l j F')}, {time_format(local, 'H:i')}"


def ticket_link(sign_up: SignUp) -> str:
    """The link of somebody's place: their QR code, the way there, and how to give it back."""
    return settings.SITE_URL + reverse("events:ticket", args=[sign_up.code])


def _filled(text: str, names: dict[str, str]) -> str:
    for name, value in names.items():
        text = text.replace("{" + name + "}", value)
    return text


def _more(notice: Notice, known: Known) -> list[str]:
    """What follows the words: the facts, and the links to press."""
    sign_up, event = notice.sign_up, notice.event
    kind = notice.kind
    if kind == Notice.Kind.AFTER:
        return [_how_was_it(sign_up), _next_one(sign_up)]
    if kind == Notice.Kind.CANCELLED:
        return [event.change_words, _next_one(sign_up)]
    if kind in (Notice.Kind.LIFT_ASKED, Notice.Kind.LIFT_AGREED):
        return [ticket_link(sign_up) + "#lifts"]
    told = [event.change_words] if kind == Notice.Kind.MOVED else []
    told += [_facts(sign_up, known), _standing(sign_up)]
    told.append(_("Your place: %(link)s") % {"link": ticket_link(sign_up)})
    return told


def _facts(sign_up: SignUp, known: Known) -> str:
    event, shift = sign_up.event, sign_up.shift
    lines = [
        event.title,
        f"{moment(shift.starts_at)} – {time_format(localtime(shift.ends_at), 'H:i')}",
    ]
    if shift.name:
        lines.append(shift.name)
    place = known.place(sign_up)
    lines += _place_lines(place) if place else [event.town]
    if event.access_words:
        lines.append(event.access_words)
    return "\n".join(line for line in lines if line)


def _place_lines(place: Place) -> list[str]:
    address = ", ".join(part for part in (place.name, place.address, place.postcode) if part)
    return [address, place.directions, place.online_url]


def _standing(sign_up: SignUp) -> str:
    if sign_up.state == SignUp.State.WAITING:
        return _("You are number %(number)d on the waiting list.") % {
            "number": place_in_line(sign_up)
        }
    return ""


def _how_was_it(sign_up: SignUp) -> str:
    lines = [
        f"{Feedback.Mark(mark).label}: "
        + settings.SITE_URL
        + reverse("events:how_was_it", args=[sign_up.code, mark])
        for mark in reversed(Feedback.Mark.values)
    ]
    return "\n".join(lines)


def _next_one(sign_up: SignUp) -> str:
    event = next_one_for(sign_up)
    if event is None:
        return ""
    link = settings.SITE_URL + reverse("events:page", args=[event.slug])
    return _("Next: %(title)s, %(when)s\n%(link)s") % {
        "title": event.title,
        "when": moment(event.starts_at),
        "link": link,
    }
