"""The conditions that a rule may be made of, and what each of them says: a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Match(StrEnum):
    """How the conditions of a group are joined."""

    ALL = "all"
    ANY = "any"
    NONE = "none"


@dataclass(frozen=True)
class Whole:
    """A whole number from ``low`` to ``high``; None where it may be left out."""

    low: int
    high: int
    required: bool = True


@dataclass(frozen=True)
class Chosen:
    """At least one of these words."""

    among: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """At least one name, as somebody else wrote it (a street, a tag, a party)."""

    longest: int
    most: int = 100


@dataclass(frozen=True)
class Ids:
    """At least one id of an area."""

    most: int = 500


@dataclass(frozen=True)
class Day:
    """A date, kept as ``2026-11-01``."""


@dataclass(frozen=True)
class Flag:
    """Yes or no."""


Field = Whole | Chosen | Names | Ids | Day | Flag

UNKNOWN = "unknown"
VOTING_INTENTIONS = (
    "supporter",
    "leaning",
    "undecided",
    "against",
    "wont_say",
    "wont_vote",
    UNKNOWN,
)
OUTCOMES = (
    "no_answer",
    "engaged",
    "answerphone",
    "wrong_number",
    "refused",
    "language",
    "call_back",
    "moved",
    "deceased",
    "do_not_contact",
    "other_answered",
    "inaccessible",
    "spoke",
)
_DAYS = Whole(1, 3650)
_DAYS_OR_NOT = Whole(1, 3650, required=False)
_AGE = Whole(16, 120, required=False)
_SIZE = Whole(1, 20, required=False)

KINDS: Mapping[str, Mapping[str, Field]] = {
    "area": {"areas": Ids()},
    "street": {"streets": Names(120)},
    "age": {"from": _AGE, "to": _AGE},
    "voting_intention": {
        "is": Chosen(VOTING_INTENTIONS),
        "newer_than_days": _DAYS_OR_NOT,
        "older_than_days": _DAYS_OR_NOT,
    },
    "last_contacted": {"days": _DAYS, "or_never": Flag()},
    "last_contacted_before": {"date": Day(), "or_never": Flag()},
    "never_contacted": {},
    "attempts": {"fewer_than": Whole(1, 100)},
    "outcome": {"is": Chosen(OUTCOMES)},
    "tag": {"is": Names(40)},
    "callable": {},
    "postal_voter": {},
    "household_size": {"from": _SIZE, "to": _SIZE},
    "party_registered": {"is": Names(10)},
}
SPANS = ("from", "to")
