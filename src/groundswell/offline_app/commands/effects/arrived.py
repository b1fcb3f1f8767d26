"""A record on its way to its effect, and what the effect answers."""

from dataclasses import dataclass
from datetime import datetime

from groundswell.members.models import Member
from groundswell.offline_app.models import Received
from groundswell.offline_app.rules.records import Record


@dataclass(frozen=True)
class Arrived:
    """A record with whose it is, and when it was made by our clock."""

    member: Member
    record: Record
    made_at: datetime


@dataclass(frozen=True)
class Effect:
    """What came of it: whether it is counted now, and how it stands in the inbox."""

    state: Received.State = Received.State.STORED
    counted: bool = True
    sentence: str = ""


def done(flagged: str = "") -> Effect:
    """Counted; where ``flagged`` is a sentence, somebody is to look at it as well."""
    return Effect(Received.State.FLAGGED, sentence=flagged) if flagged else Effect()


def waits(sentence: str) -> Effect:
    """Not counted yet: it waits for what belongs to it."""
    return Effect(Received.State.WAITING, counted=False, sentence=sentence)
