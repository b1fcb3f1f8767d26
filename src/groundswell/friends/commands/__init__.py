"""Everything that changes this part's rows."""

from groundswell.friends.commands.confiding import (
    Confided,
    confide,
    settle_unclear,
    take_back_confidence,
)
from groundswell.friends.commands.forgetting import forget_member, forget_person
from groundswell.friends.commands.hashing import hash_blind
from groundswell.friends.commands.openings import (
    OpeningPlan,
    change_opening,
    close_opening,
    open_for_matching,
)
from groundswell.friends.commands.sieves import (
    key_of_the_week,
    leave_out,
    make_due_sieves,
    make_sieve,
    sieves_are_due,
)

__all__ = [
    "Confided",
    "OpeningPlan",
    "change_opening",
    "close_opening",
    "confide",
    "forget_member",
    "forget_person",
    "hash_blind",
    "key_of_the_week",
    "leave_out",
    "make_due_sieves",
    "make_sieve",
    "open_for_matching",
    "settle_unclear",
    "sieves_are_due",
    "take_back_confidence",
]
