"""Words of a file that nobody has explained yet, and what they can mean."""

from dataclasses import dataclass

from groundswell.contact.models import Outcome, PastCanvass
from groundswell.contact.past_wording import left_out_label
from groundswell.contact.queries.canvass_codes import canvass_codes
from groundswell.contact.rules.past.meanings import NOTHING


@dataclass(frozen=True)
class NotSaid:
    """A word as the file writes it, and in how many rows."""

    key: str
    word: str
    rows: int


def meanings_to_say(found: PastCanvass) -> list[NotSaid]:
    """What a person must explain before these rows can be taken, the most frequent first."""
    unknown = found.summary.get("unknown", {})
    words = [NotSaid(key, word, rows) for key, (word, rows) in unknown.items()]
    return sorted(words, key=lambda one: (-one.rows, one.word))


def what_it_can_mean() -> list[tuple[str, str]]:
    """What a word can mean: our canvass codes, the outcomes, or that its rows are left out."""
    return [
        *((f"code:{code.pk}", str(code)) for code in canvass_codes()),
        *((f"outcome:{value}", str(label)) for value, label in Outcome.choices),
        (NOTHING, left_out_label()),
    ]
