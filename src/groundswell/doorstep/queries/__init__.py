"""What can be asked about rounds: which there are, how they are walked."""

from groundswell.contact.models import ScriptVersion
from groundswell.doorstep.queries.rounds import (
    is_out_with,
    my_rounds,
    organises,
    round_by_code,
    rounds_of,
)
from groundswell.doorstep.queries.walk import (
    Intention,
    WalkedDoor,
    WalkedPerson,
    WalkedRound,
    walk,
)
from groundswell.outreach.models import Effort

__all__ = [
    "Intention",
    "WalkedDoor",
    "WalkedPerson",
    "WalkedRound",
    "is_out_with",
    "my_rounds",
    "organises",
    "round_by_code",
    "rounds_of",
    "script_of",
    "walk",
]


def script_of(effort: Effort) -> ScriptVersion:
    """The version of the script that a canvass asks."""
    return effort.script_version
