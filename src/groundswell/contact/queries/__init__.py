"""What can be asked about attempts, states, scripts and canvass codes."""

from groundswell.contact.queries.opinions import opinions_kept
from groundswell.contact.queries.scripts import read_answers_for

__all__ = ["opinions_kept", "read_answers_for"]
