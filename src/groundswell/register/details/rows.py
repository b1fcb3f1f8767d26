"""One row of a file of contact details, read: who it is about and what it gives of them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from groundswell.common.errors import Refused
from groundswell.common.phone import to_e164
from groundswell.register.layouts.mapping import DATE_FORMATS
from groundswell.register.queries.matching import RowToMatch
from groundswell.register.rules.dates import read_date
from groundswell.register.rules.detail_refusals import Why
from groundswell.register.rules.text import clean

_SEVERAL = re.compile(r"\s*[;|]\s*|\s+/\s+|,\s*(?=[0+])")
_SEVERAL_WORDS = re.compile(r"[\s;,|/+&]+")
_CHANNELS = {
    **dict.fromkeys(("phone", "call", "calls", "telephone", "phonecall", "phonecalls"), "phone"),
    **dict.fromkeys(("text", "texts", "sms", "message", "messages", "whatsapp"), "text"),
    **dict.fromkeys(("email", "emails", "e-mail", "e-mails", "mail"), "email"),
    **dict.fromkeys(("post", "letter", "letters", "mailing"), "post"),
    **dict.fromkeys(("door", "doorstep", "visit", "visits"), "door"),
}
_EVERY_WAY = ("phone", "text", "email")
_YES = frozenset(["y", "yes", "true", "1", "x", "postal", "pv"])
_NO = frozenset(["n", "no", "false", "0", "-", "none"])
_LONGEST_TAG = 40
_ISO_WITH_TIME = re.compile(r"^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.+Z-]+$")


@dataclass(frozen=True)
class Consent:
    """What somebody agreed to: a channel, to which words, on which day, how."""

    channel: str
    wording: str
    given_on: date
    how: str


@dataclass(frozen=True)
class Default:
    """What holds for every row that does not say otherwise."""

    source: str
    obtained_on: date
    consent_channels: tuple[str, ...] = ()
    consent_wording: str = ""
    consent_on: date | None = None
    consent_how: str = ""


@dataclass
class GivenRow:
    """A row as read; ``refused`` holds a reason and the value for all that was not taken."""

    line: int
    who: RowToMatch
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    postal: bool = False
    source: str = ""
    obtained_on: date = date.min
    consents: list[Consent] = field(default_factory=list)
    refused: list[tuple[Why, str]] = field(default_factory=list)

    @property
    def gives_something(self) -> bool:
        """Whether anything is left to add."""
        return bool(self.phones or self.emails or self.tags or self.postal or self.consents)


def read_row(
    line: int, cells: Sequence[str], columns: Mapping[int, str], default: Default, today: date
) -> GivenRow:
    """The row with its values tidied; what cannot be used is in ``refused`` and left out."""
    held = {
        name: clean(cells[place]) for place, name in columns.items() if name and place < len(cells)
    }
    row = GivenRow(line=line, who=_who(held))
    row.phones = list(_valid(row, _phones(held), _as_phone, Why.PHONE_INVALID))
    row.emails = list(_valid(row, _split(held.get("email", "")), _as_email, Why.EMAIL_INVALID))
    row.tags = list(_valid(row, _tags(held), _as_tag, Why.TAG_TOO_LONG))
    row.postal = _is_yes(held.get("postal", ""))
    row.source = held.get("source", "")[:200] or default.source
    row.obtained_on = _day(row, held.get("obtained_on", ""), today) or default.obtained_on
    row.consents = list(_consents(row, held, default, today))
    if (row.phones or row.emails or row.tags) and not row.source:
        row.refused.append((Why.NO_SOURCE, ""))
        row.phones, row.emails, row.tags = [], [], []
    return row


def _who(held: Mapping[str, str]) -> RowToMatch:
    lines = tuple(held.get(f"address_{n}", "") for n in range(1, 5))
    return RowToMatch(
        number=held.get("whole_number", ""),
        surname=held.get("surname", ""),
        forename=held.get("forename", ""),
        full_name=held.get("full_name", ""),
        address=tuple(text for text in lines if text),
        postcode=held.get("postcode", ""),
    )


def _phones(held: Mapping[str, str]) -> list[str]:
    cells = (held.get(name, "") for name in ("mobile", "phone", "landline"))
    return [number for cell in cells for number in _split(cell)]


def _tags(held: Mapping[str, str]) -> list[str]:
    return [tag for part in _split(held.get("tags", "")) for tag in part.split(", ") if tag]


def _valid(
    row: GivenRow, values: list[str], tidied: Callable[[str], str], why: Why
) -> Iterator[str]:
    seen: set[str] = set()
    for value in values:
        kept = tidied(value)
        if not kept:
            row.refused.append((why, value))
        elif kept not in seen:
            seen.add(kept)
            yield kept


@lru_cache(maxsize=100_000)
def _as_phone(text: str) -> str:
    try:
        return to_e164(text)
    except Refused:
        return ""


def _as_email(text: str) -> str:
    try:
        validate_email(text)
    except ValidationError:
        return ""
    return text.lower()


def _as_tag(text: str) -> str:
    return text if len(text) <= _LONGEST_TAG else ""


def _day(row: GivenRow, text: str, today: date) -> date | None:
    if not text:
        return None
    day = _read_day(text)
    if day is None:
        row.refused.append((Why.DATE_UNREADABLE, text))
    elif day > today:
        row.refused.append((Why.DATE_IN_THE_FUTURE, text))
        return None
    return day


@lru_cache(maxsize=10_000)
def _read_day(text: str) -> date | None:
    with_time = _ISO_WITH_TIME.match(text)
    return read_date(with_time[1] if with_time else text, DATE_FORMATS)


def _consents(
    row: GivenRow, held: Mapping[str, str], default: Default, today: date
) -> Iterator[Consent]:
    said = held.get("consent_channels", "")
    channels = _channels(row, said) if said else default.consent_channels
    if not channels:
        return
    wording = held.get("consent_wording", "") or default.consent_wording
    how = (held.get("consent_how", "") or default.consent_how)[:200]
    day = _day(row, held.get("consent_on", ""), today) or default.consent_on
    if not (wording and how and day):
        row.refused.append((Why.CONSENT_INCOMPLETE, said))
        return
    for channel in channels:
        yield Consent(channel, wording, day, how)


def _channels(row: GivenRow, said: str) -> tuple[str, ...]:
    """The channels named; a plain yes means calls, texts and e-mails."""
    words = [word for word in _SEVERAL_WORDS.split(said.lower()) if word]
    if len(words) == 1 and words[0] in _NO:
        return ()
    if len(words) == 1 and words[0] in _YES:
        return _EVERY_WAY
    unknown = [word for word in words if word not in _CHANNELS and word not in {"by", "and"}]
    if unknown:
        row.refused.append((Why.CHANNEL_UNKNOWN, said))
        return ()
    return tuple(dict.fromkeys(_CHANNELS[word] for word in words if word in _CHANNELS))


def _split(cell: str) -> list[str]:
    return [value for value in _SEVERAL.split(cell) if value]


def _is_yes(cell: str) -> bool:
    return cell.lower() in _YES
