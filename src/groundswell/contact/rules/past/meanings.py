"""What the words and letters of a file of past canvassing mean here."""

from collections.abc import Mapping
from dataclasses import dataclass

from groundswell.register.rules.text import fold

NOTHING = "nothing"

# Words that mean the same everywhere. A bare number or an unknown letter means what its campaign
# agreed, so a person must say.
_OUTCOMES = {
    "no_answer": ("no answer", "no reply", "not in", "not home", "out", "ni", "nobody in"),
    "engaged": ("engaged", "busy"),
    "answerphone": ("answerphone", "voicemail", "left message", "answering machine"),
    "wrong_number": ("wrong number", "bad number"),
    "refused": ("refused", "would not talk", "hung up"),
    "language": ("language", "language difference", "another language", "language barrier"),
    "call_back": ("call back", "callback", "come back", "call back later"),
    "moved": ("moved", "moved away", "gone away", "no longer here"),
    "deceased": ("deceased", "died", "dead", "has died"),
    "do_not_contact": ("do not contact", "dnc", "do not call", "do not return", "do not visit"),
    "other_answered": ("someone else answered", "somebody else answered", "other person"),
    "inaccessible": ("inaccessible", "no access", "locked gate", "could not get in"),
    "spoke": ("spoke", "spoken to", "talked", "conversation", "contacted", "canvassed"),
}  # fmt: skip
_CHANNELS = {
    **dict.fromkeys(("door", "doorstep", "door knock", "doorknock", "canvass", "visit"), "door"),
    **dict.fromkeys(("phone", "telephone", "call", "phone bank", "phone call"), "phone"),
    **dict.fromkeys(("text", "sms", "whatsapp"), "text"),
    **dict.fromkeys(("email", "e mail"), "email"),
    **dict.fromkeys(("post", "letter"), "post"),
}
_OUTCOME_OF = {
    fold(word): f"outcome:{outcome}" for outcome, words in _OUTCOMES.items() for word in words
}
_CHANNEL_OF = {fold(word): channel for word, channel in _CHANNELS.items()}


@dataclass(frozen=True)
class Code:
    """A canvass code in use, as a file may write it."""

    pk: int
    letter: str
    label: str
    meaning: str


class Meanings:
    """What cells mean: what a person said of this file, our codes, words that all know.

    Of two codes with one letter the later one in ``codes`` is meant.

    ``said`` maps a cell, folded by ``key``, to ``code:3``, ``outcome:moved`` or ``nothing``.
    """

    def __init__(self, said: Mapping[str, str], codes: Mapping[int, Code]) -> None:
        self.codes = codes
        self._known = dict(_OUTCOME_OF)
        for code in codes.values():
            self._known |= {
                fold(code.letter): f"code:{code.pk}",
                fold(code.label): f"code:{code.pk}",
            }
        self._known |= said

    def of(self, cell: str) -> str | None:
        """``code:…``, ``outcome:…`` or ``nothing``; None where nobody has said it yet."""
        return self._known.get(key(cell))


def key(cell: str) -> str:
    """A cell as meanings are kept by: whatever its case, accents and spaces."""
    return fold(cell)


def channel_of(cell: str) -> str | None:
    """The channel that a cell names, or None."""
    return _CHANNEL_OF.get(fold(cell))
