"""A row that could not be taken, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a row was left out; the sentences for people are in ``queries``."""

    NO_POSTCODE = "no_postcode"
    NO_POSITION = "no_position"
    TERMINATED = "terminated"
    TOO_SHORT = "too_short"
    NO_CODE = "no_code"
    NO_OUTLINE = "no_outline"
    UNKNOWN_KIND = "unknown_kind"


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """Row ``line`` (from 1, the heading included) was left out; ``text`` is its beginning."""

    line: int
    text: str
    reason: Reason
