"""Scripts, contact attempts, answers, and what we know of each elector from them."""

from groundswell.contact.models.attempts import Answer, Attempt, HeldResults
from groundswell.contact.models.casework import Case, CaseEntry, Offer
from groundswell.contact.models.past import CanvassDoubt, PastCanvass
from groundswell.contact.models.scripts import CanvassCode, Script, ScriptVersion
from groundswell.contact.models.states import ElectorState, Tally
from groundswell.contact.models.words import AT_A_DOOR, OF_A_CALL, Meaning, Outcome

__all__ = [
    "AT_A_DOOR",
    "OF_A_CALL",
    "Answer",
    "Attempt",
    "CanvassCode",
    "CanvassDoubt",
    "Case",
    "CaseEntry",
    "ElectorState",
    "HeldResults",
    "Meaning",
    "Offer",
    "Outcome",
    "PastCanvass",
    "Script",
    "ScriptVersion",
    "Tally",
]
