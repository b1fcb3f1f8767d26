"""One row of a file of past canvassing, read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from groundswell.contact.rules.past.meanings import NOTHING, Meanings, channel_of
from groundswell.register.rules.dates import read_date
from groundswell.register.rules.text import clean

EARLIEST = date(1990, 1, 1)
DATE_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d.%m.%Y", "%d %b %Y", "%d %B %Y")
_WITH_TIME = re.compile(r"^(\S+)[T ][0-9]{1,2}:[0-9.:+Z-]+$")
_ADDRESS = tuple(f"address_{number}" for number in range(1, 5))


class Why(StrEnum):
    """Why a row is not taken."""

    UNCLOSED_QUOTE = "unclosed_quote"
    NOTHING_SAID = "nothing_said"
    UNKNOWN_WORD = "unknown_word"
    LEFT_OUT = "left_out"
    DATE_UNREADABLE = "date_unreadable"
    DATE_IMPOSSIBLE = "date_impossible"
    CHANNEL_UNKNOWN = "channel_unknown"
    NOBODY_NAMED = "nobody_named"
    NOT_FOUND = "not_found"
    NAMESAKES = "namesakes"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True)
class Told:
    """What a row says: on which day, how, what came of it, and the voting intention's code."""

    day: date
    channel: str
    outcome: str
    code_id: int | None = None


@dataclass(frozen=True)
class Default:
    """What holds for rows that do not say otherwise."""

    day: date
    channel: str


@dataclass(frozen=True)
class PastRow:
    """A row as read: whom it names, and what it says or why it is not taken, with the word."""

    line: int
    held: Mapping[str, str]
    told: Told | None = None
    why: Why | None = None
    word: str = ""

    @property
    def address(self) -> tuple[str, ...]:
        """The lines of the address that are filled."""
        return tuple(self.held[name] for name in _ADDRESS if self.held.get(name))


def read_past_row(
    line: int,
    cells: Sequence[str],
    columns: Mapping[int, str],
    meanings: Meanings,
    default: Default,
    today: date,
) -> PastRow:
    """The row, tidied and understood. A voting intention says that somebody spoke."""
    held = {
        name: clean(cells[place]) for place, name in columns.items() if name and place < len(cells)
    }
    try:
        return PastRow(line, held, _told(held, meanings, default, today))
    except _NotTaken as not_taken:
        return PastRow(line, held, None, not_taken.why, not_taken.word)


class _NotTaken(Exception):
    def __init__(self, why: Why, word: str = "") -> None:
        super().__init__(why)
        self.why, self.word = why, word


def _told(held: Mapping[str, str], meanings: Meanings, default: Default, today: date) -> Told:
    outcome, code_id, left_out = "", None, False
    for word in (held.get("outcome", ""), held.get("voting_intention", "")):
        if not word:
            continue
        meaning = meanings.of(word)
        if meaning is None:
            raise _NotTaken(Why.UNKNOWN_WORD, word)
        kind, _colon, value = meaning.partition(":")
        left_out = left_out or meaning == NOTHING
        if kind == "code":
            outcome, code_id = "spoke", int(value)
        elif kind == "outcome" and not outcome:
            outcome = value
    if not outcome:
        raise _NotTaken(Why.LEFT_OUT if left_out else Why.NOTHING_SAID)
    return Told(_day(held, default, today), _channel(held, default), outcome, code_id)


def _day(held: Mapping[str, str], default: Default, today: date) -> date:
    text = held.get("canvassed_on", "")
    if not text:
        return default.day
    with_time = _WITH_TIME.match(text)
    day = read_date(with_time[1] if with_time else text, DATE_FORMATS)
    if day is None:
        raise _NotTaken(Why.DATE_UNREADABLE, text)
    if not EARLIEST <= day <= today:
        raise _NotTaken(Why.DATE_IMPOSSIBLE, text)
    return day


def _channel(held: Mapping[str, str], default: Default) -> str:
    word = held.get("channel", "")
    channel = channel_of(word) if word else default.channel
    if channel is None:
        raise _NotTaken(Why.CHANNEL_UNKNOWN, word)
    return channel
