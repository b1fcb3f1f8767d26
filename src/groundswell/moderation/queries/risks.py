"""The risk assessment as it stands."""

from dataclasses import dataclass

from django.utils.functional import Promise

from groundswell.moderation.models import RiskNote
from groundswell.moderation.rules.harms import HARMS
from groundswell.moderation.wording import HARM_NAMES


@dataclass(frozen=True)
class Risk:
    """A harm and the notes on it, the latest first."""

    harm: str
    name: str | Promise
    notes: list[RiskNote]


def risks_today() -> list[Risk]:
    """Every harm with its notes; harms that nobody has looked at have none."""
    notes = list(RiskNote.objects.select_related("by").order_by("-at", "-pk"))
    return [
        Risk(harm, HARM_NAMES[harm], [note for note in notes if note.harm == harm])
        for harm in HARMS
    ]
