"""Deadlines and what is hashed: plain Python."""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Deadline:
    """How long the law gives for one kind of request, for requests received in a span of dates."""

    kinds: frozenset[str]
    months: int
    days: int
    further_months: int
    valid_from: date
    valid_to: date | None
    source: str


_RIGHTS = frozenset({"access", "stop", "erase", "rectify"})
DEADLINES = (
    Deadline(
        kinds=_RIGHTS,
        months=1,
        days=0,
        further_months=2,
        valid_from=date(2018, 5, 25),
        valid_to=None,
        source="UK GDPR article 12(3)",
    ),
    # To be acknowledged, not settled, within the 30 days. Before the duty began we keep to it too.
    Deadline(
        kinds=frozenset({"complaint"}),
        months=0,
        days=30,
        further_months=0,
        valid_from=date(2018, 5, 25),
        valid_to=None,
        source="Data Protection Act 2018 section 164A, by the Data (Use and Access) Act 2025",
    ),
)


_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "cllr", "sir", "dame", "rev", "prof"})
_POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\s*$", re.IGNORECASE)


def deadline_for(kind: str, received_on: date) -> Deadline:
    """The rule for a request of this kind received on this day."""
    for rule in DEADLINES:
        begun = rule.valid_from <= received_on
        if kind in rule.kinds and begun and not (rule.valid_to and received_on >= rule.valid_to):
            return rule
    raise LookupError(f"no deadline for {kind!r} on {received_on}")


def due_on(kind: str, received_on: date, *, extended: bool = False) -> date:
    """The last day on which a request may be answered (a complaint: acknowledged).

    A month runs to the same day of the next month, or to its last day where that is shorter, and
    on to Monday where that day is a weekend (ICO, "How do we calculate the time limit?"). Public
    holidays would add a day or two: we do not count on them, so the day is never too late.
    """
    rule = deadline_for(kind, received_on)
    if rule.days:
        return received_on + timedelta(days=rule.days)
    months = rule.months + (rule.further_months if extended else 0)
    return _not_at_the_weekend(months_later(received_on, months))


# Days before the deadline at which those who answer are reminded; the last is the day itself.
REMINDERS = (7, 2, 0)


def reminder_due(days_left: int) -> int | None:
    """The latest of ``REMINDERS`` that is reached with so many days left; None before the first."""
    return min((mark for mark in REMINDERS if days_left <= mark), default=None)


def months_later(day: date, months: int) -> date:
    """The same day so many months on, or that month's last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _not_at_the_weekend(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)


def name_and_address(name: str, address: str, postcode: str = "") -> str:
    """One text for a person at an address, however it is typed: the value that is hashed.

    First and last name, the numbers of the house and flat (its name where it has none), and the
    postcode, which may also stand in the address. Titles, middle names, street and town do not
    matter: a postcode has one street, and people write the rest in many ways.
    """
    names = [word for word in _plain(name).split() if word not in _TITLES]
    code = _plain(postcode).replace(" ", "")
    if not code and (found := _POSTCODE.search(address)):
        code = _plain(found.group()).replace(" ", "")
    place = _POSTCODE.sub("", address)
    numbers = sorted(word for word in _plain(place).split() if any(map(str.isdigit, word)))
    house = " ".join(numbers) or _plain(place.split(",")[0])
    return "|".join((" ".join(dict.fromkeys([*names[:1], *names[-1:]])), house, code))


def as_hashed(kind: str, value: str) -> str:
    """The value in the form that is hashed, so that the same person always gives the same hash."""
    if kind == "phone":
        return re.sub(r"[^+0-9]", "", value)
    if kind == "email":
        return value.strip().lower()
    if kind == "uprn":
        return re.sub(r"[^0-9]", "", value).lstrip("0")
    if kind == "elector_number":
        return re.sub(r"\s", "", value).upper()
    return value


def _plain(text: str) -> str:
    """Lower case without accents, punctuation and doubled spaces."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", kept).split())
