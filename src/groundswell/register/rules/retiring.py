"""Why a telephone number or e-mail address is no longer used, and why an elector is closed."""

from enum import StrEnum


class Because(StrEnum):
    """Why a contact detail was retired."""

    WRONG_NUMBER = "wrong_number"
    MOVED = "moved"
    DECEASED = "deceased"
    ASKED = "asked"
    SUPPRESSED = "suppressed"


# What a caller heard: a person looks at each, and may take it back.
HEARD = frozenset({Because.WRONG_NUMBER, Because.MOVED, Because.DECEASED})


class Closed(StrEnum):
    """Why an elector was closed by a person's decision, whatever the council goes on listing."""

    TOLD_MOVED = "told_moved"
    DECEASED = "deceased"
