"""What is done about an offer: taken, handed on, done, or come to nothing."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.contact.models import Offer
from groundswell.contact.queries.casework import may_be_named, offer_for
from groundswell.members.models import Member

State = Offer.State
WORDS_LENGTH = 300


def take_offer(*, by: Member, constituency_id: int, offer_id: int) -> Offer:
    """Take an offer on oneself; the first has it. Safe to repeat."""
    with transaction.atomic():
        offer = _locked(by, constituency_id, offer_id)
        if offer.state == State.TAKEN and offer.taken_by == by:
            return offer
        if offer.state != State.OPEN:
            raise Refused(_("Somebody has seen to this meanwhile: look at the list again."))
        return _change(by, offer, "taken", state=State.TAKEN, taken_by=by, taken_at=clock.now())


def hand_offer(*, by: Member, constituency_id: int, offer_id: int, to: Member) -> Offer:
    """Give an offer to somebody else to see to. Safe to repeat."""
    with transaction.atomic():
        offer = _locked(by, constituency_id, offer_id)
        if offer.state in (State.DONE, State.DECLINED):
            raise Refused(_("That is done already."))
        if not may_be_named(offer, to):
            raise Refused(_("They cannot take this: an organiser has to vouch for them first."))
        return _change(by, offer, "handed", state=State.TAKEN, taken_by=to, taken_at=clock.now())


def finish_offer(
    *, by: Member, constituency_id: int, offer_id: int, done: bool, words: str = ""
) -> Offer:
    """Say that it is done, or why it came to nothing. Safe to repeat."""
    came_of_it = words.strip()[:WORDS_LENGTH]
    if not done and not came_of_it:
        raise Refused(_("Say in a few words why it came to nothing."))
    with transaction.atomic():
        offer = _locked(by, constituency_id, offer_id)
        state = State.DONE if done else State.DECLINED
        if offer.state == state:
            return offer
        return _change(
            by,
            offer,
            state,
            state=state,
            taken_by=offer.taken_by or by,
            ended_at=clock.now(),
            came_of_it=came_of_it,
        )


def _change(by: Member, offer: Offer, verb: str, **change: object) -> Offer:
    for name, value in change.items():
        setattr(offer, name, value)
    offer.save(update_fields=list(change))
    write_audit_line(by=by.pk, action=f"contact.offer_{verb}", subject=f"offer:{offer.pk}")
    return offer


def _locked(by: Member, constituency_id: int, offer_id: int) -> Offer:
    offer = offer_for(by, constituency_id, offer_id)
    return Offer.objects.select_for_update().get(constituency=offer.constituency_id, pk=offer.pk)
