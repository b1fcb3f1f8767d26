"""Showing somebody a round with its people: what was shown is noted."""

from groundswell.doorstep.models import Round
from groundswell.doorstep.queries.walk import WalkedRound, walk
from groundswell.members.models import Member
from groundswell.privacy.commands import note_sighting


def show_walk(*, by: Member, walked: Round) -> WalkedRound:
    """``queries.walk``, noting for each person in it that ``by`` has seen them."""
    shown = walk(by, walked)
    people = [person.person for door in shown.doors for person in door.people]
    if people:
        note_sighting(by=by, purpose=f"effort:{walked.effort_id}", people=people, batch=walked.key)
    return shown
