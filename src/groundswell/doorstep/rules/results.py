"""What is told of a door, whoever tells it: the app, a keyed sheet, a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid5

# Only these can be said of a whole house: everything else is about one person.
OF_A_WHOLE_HOUSE = frozenset(
    {"no_answer", "inaccessible", "other_answered", "refused", "do_not_contact"}
)
AT_A_DOOR = OF_A_WHOLE_HOUSE | {"language", "call_back", "moved", "deceased", "spoke"}


class Where(NamedTuple):
    """Where the telephone was, in degrees, and how sure it was of that, in metres."""

    latitude: float
    longitude: float
    accuracy: float


@dataclass(frozen=True)
class Said:
    """Something said at the door that somebody must follow up.

    ``kind``: issue, poster, help, postal_vote, leaflets, membership, lift or donate.
    """

    id: UUID
    kind: str
    note: str = ""


@dataclass(frozen=True)
class DoorResult:
    """What came of one door, or of one person there.

    ``elector_id`` None is the whole house, for an outcome of ``OF_A_WHOLE_HOUSE``. ``answers``: the
    values picked, by the question's key. ``on_behalf_of`` names a canvasser without a telephone.
    ``source``: app, paper or page. ``made_at`` is the device's time.
    """

    id_on_device: UUID
    round_code: str
    household_id: int
    outcome: str
    made_at: datetime
    elector_id: int | None = None
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    detail: str = ""
    call_back_at: datetime | None = None
    seconds: int | None = None
    said: tuple[Said, ...] = ()
    on_behalf_of: str = ""
    where: Where | None = None
    source: str = "page"


@dataclass(frozen=True)
class DoorsRecorded:
    """What became of results, by their ``id_on_device``.

    ``flagged`` ones are stored too: somebody else had the round by then, or nobody.
    """

    stored: tuple[UUID, ...]
    refused: Mapping[UUID, str]
    flagged: Mapping[UUID, str]


def attempt_id(id_on_device: UUID, elector_id: int) -> UUID:
    """The id of one person's attempt, where a result is about a whole house (RFC 9562, 5.5)."""
    return uuid5(id_on_device, str(elector_id))
