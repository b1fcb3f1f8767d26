"""What will be written for each row, kept as one line of JSON each beside the upload."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, TextIO
from uuid import UUID

from groundswell.register.details.rows import Consent

_AT_ONCE = 2_000


@dataclass
class Planned:
    """Details for one elector; where a person decides first, ``review`` has what they are shown."""

    constituency_id: int
    elector_id: int
    person: UUID
    source: str
    obtained_on: date
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    postal: bool = False
    consents: list[Consent] = field(default_factory=list)
    review: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """As it is kept: dates as ISO 8601, the person as digits."""
        return {
            **vars(self),
            "person": self.person.hex,
            "obtained_on": self.obtained_on.isoformat(),
            "consents": [
                [one.channel, one.wording, one.given_on.isoformat(), one.how]
                for one in self.consents
            ],
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Planned":
        """From what ``as_json`` gave, after a round through JSON."""
        values = dict(kept)
        values["person"] = UUID(kept["person"])
        values["obtained_on"] = date.fromisoformat(kept["obtained_on"])
        values["consents"] = [
            Consent(channel, wording, date.fromisoformat(day), how)
            for channel, wording, day, how in kept["consents"]
        ]
        return cls(**values)


def write_plan(file: TextIO, planned: Sequence[Planned]) -> None:
    """Add these to the plan."""
    file.writelines(json.dumps(one.as_json(), ensure_ascii=False) + "\n" for one in planned)


def read_plan(path: Path) -> Iterator[list[Planned]]:
    """The plan in chunks."""
    with path.open(encoding="utf-8") as file:
        while lines := list(islice(file, _AT_ONCE)):
            yield [Planned.from_json(json.loads(line)) for line in lines]
