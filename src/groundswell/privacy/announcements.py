"""What this part announces. ``channel`` is empty where every channel is meant."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class ContactStopped:
    """Somebody asked not to be contacted, on one channel or wholly: it holds from this moment."""

    person: UUID
    channel: str


@dataclass(frozen=True)
class StopLifted:
    """Somebody asked to hear from us again."""

    person: UUID
    channel: str


@dataclass(frozen=True)
class ConsentChanged:
    """Somebody gave or withdrew consent for a channel."""

    person: UUID
    channel: str
    given: bool


@dataclass(frozen=True)
class Suppressed:
    """A value came onto the suppression list; it is told here and kept nowhere. See Suppression."""

    kind: str
    value: str
    channel: str


@dataclass(frozen=True)
class PersonErased:
    """All that was held on somebody is gone but for salted hashes."""

    person: UUID
