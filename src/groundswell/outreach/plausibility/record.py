"""What the rules look at: one caller's results on an effort, beside everybody else's."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Result:
    """One result as recorded.

    ``seconds`` is the time from the person being shown to the result being tapped, by the device;
    ``local_time`` is the wall clock where the people called live; ``intention`` is the common
    meaning of the voting intention given, or empty.
    """

    contact: bool
    spoke: bool
    answers: int
    seconds: int | None
    local_time: datetime
    intention: str = ""


@dataclass(frozen=True)
class CallerRecord:
    """One caller's results on one effort, in the order in which they were recorded."""

    results: tuple[Result, ...]

    @property
    def contacts(self) -> int:
        """How many of the people called answered."""
        return sum(result.contact for result in self.results)

    @property
    def intentions(self) -> tuple[str, ...]:
        """The voting intentions recorded, in order."""
        return tuple(result.intention for result in self.results if result.intention)


@dataclass(frozen=True)
class OthersRecord:
    """Everybody else on the same universe: how many attempts, contacts, and which intentions."""

    attempts: int
    contacts: int
    intentions: Counter[str] = field(default_factory=Counter)
