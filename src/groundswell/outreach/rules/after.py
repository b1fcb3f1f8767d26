"""Where somebody stands in the queue after a result."""

from enum import StrEnum

_AGAIN = frozenset(
    {"no_answer", "engaged", "answerphone", "wrong_number", "other_answered", "inaccessible"}
)


class Afterwards(StrEnum):
    """What becomes of them in this effort."""

    AGAIN = "waiting"
    CALL_BACK = "promised"
    DONE = "done"


def afterwards(outcome: str) -> Afterwards:
    """Whether somebody is tried again, called back, or done with.

    Nobody answered, somebody else did, or nobody got to the door: tried again when their rest is
    over. A wrong number is retired; whoever has
    another one is tried again, the others leave the queue when their turn comes. Everybody else was
    reached, or is not there to be reached, and an effort asks nobody twice.
    """
    if outcome in _AGAIN:
        return Afterwards.AGAIN
    return Afterwards.CALL_BACK if outcome == "call_back" else Afterwards.DONE
