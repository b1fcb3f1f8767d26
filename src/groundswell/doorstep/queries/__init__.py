"""What can be asked about rounds: which there are, how they are walked."""

from groundswell.contact.models import ScriptVersion
from groundswell.doorstep.queries.canvasses import canvass_for
from groundswell.doorstep.queries.drawing import free_streets, map_of, streets_of
from groundswell.doorstep.queries.near import OfferedRound, rounds_near
from groundswell.doorstep.queries.progress import (
    CanvassProgress,
    canvass_progress,
    doors_done_by_round,
)
from groundswell.doorstep.queries.rounds import (
    RoundToJoin,
    has_had,
    is_out_with,
    my_rounds,
    organises,
    round_by_code,
    round_to_book,
    round_to_join,
    rounds_of,
)
from groundswell.doorstep.queries.streets import StreetInOrder, streets_in_order
from groundswell.doorstep.queries.walk import (
    Intention,
    WalkedDoor,
    WalkedPerson,
    WalkedRound,
    walk,
)
from groundswell.outreach.models import Effort

__all__ = [
    "CanvassProgress",
    "Intention",
    "OfferedRound",
    "RoundToJoin",
    "StreetInOrder",
    "WalkedDoor",
    "WalkedPerson",
    "WalkedRound",
    "canvass_for",
    "canvass_progress",
    "doors_done_by_round",
    "free_streets",
    "has_had",
    "is_out_with",
    "map_of",
    "my_rounds",
    "organises",
    "round_by_code",
    "round_to_book",
    "round_to_join",
    "rounds_near",
    "rounds_of",
    "script_of",
    "streets_in_order",
    "streets_of",
    "walk",
]


def script_of(effort: Effort) -> ScriptVersion:
    """The version of the script that a canvass asks."""
    return effort.script_version
