"""Two rows of the register that turned out to be one elector: their history is one."""

from django.db import transaction

from groundswell.contact.commands.refolding import refold
from groundswell.contact.commands.stopping import set_stops
from groundswell.contact.models import Answer, Attempt, Case, Offer
from groundswell.register.announcements import ElectorsJoined


def follow_joined(announcement: ElectorsJoined) -> None:
    """Give what was recorded on the closed row to the kept one. Safe to repeat.

    Nothing that was recorded changes but whose it is. Across two constituencies nothing is given:
    rows never leave theirs, and the person links the two.
    """
    constituency_id = announcement.constituency_id
    kept, closed = announcement.kept_elector_id, announcement.closed_elector_id
    if announcement.closed_constituency_id == constituency_id:
        with transaction.atomic():
            for table in (Attempt, Answer, Case, Offer):
                rows = table.objects.filter(constituency=constituency_id)
                rows.filter(elector=closed).update(elector_id=kept)
            refold(constituency_id, [kept, closed])
    set_stops(people=[announcement.person])
