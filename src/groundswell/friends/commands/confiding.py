"""What a supporter chooses to tell of a friend, put on the elector's record where that is sure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.contact.commands import (
    AnswerGiven,
    AttemptResult,
    record_attempts,
    undo_attempt,
)
from groundswell.contact.models import Meaning, Outcome
from groundswell.contact.queries import canvass_codes
from groundswell.friends.models import Confidence
from groundswell.friends.queries.matching import Spoken, elector_spoken_of
from groundswell.friends.queries.openings import openings_for_supporter
from groundswell.members.models import Member
from groundswell.privacy.commands import record_consent
from groundswell.privacy.models import Channel
from groundswell.register.commands import add_contact_detail
from groundswell.register.models import Elector

State = Confidence.State
# What comes of speaking with a friend, as the four buttons have it, and asked not to be contacted.
OUTCOMES = {
    "talked": Outcome.SPOKE,
    "no_answer": Outcome.NO_ANSWER,
    "rather_not": Outcome.REFUSED,
    "later": Outcome.CALL_BACK,
    "leave_alone": Outcome.DO_NOT_CONTACT,
}
CONSENTS = (Channel.PHONE, Channel.TEXT, Channel.EMAIL)
KEPT_UNCLEAR = timedelta(days=30)


@dataclass(frozen=True)
class Confided:
    """One friend, as far as the supporter shares: each detail empty where it stays with them.

    ``consents``: channel to the words that the friend agreed to.
    """

    id_on_device: UUID
    spoken: Spoken
    outcome: str
    made_at: datetime
    view: str
    consents: Mapping[str, str]


def confide(*, by: Member, told: Confided) -> Confidence:
    """Keep what was told, and record it on the elector it can only be about. Safe to repeat.

    Where nobody sure is found it waits, for new openings and registers, and is then forgotten.
    The supporter is never told which it was: that would say who is on the register.
    """
    if told.outcome not in OUTCOMES or (told.view and told.view not in Meaning.values):
        raise Refused(_("This page was too old: load it again."))
    if not told.spoken.name.strip():
        raise Refused(_("Share their name too: without it nobody can tell whom it is about."))
    made_at = min(told.made_at, clock.now())
    with transaction.atomic():
        kept, new = Confidence.objects.get_or_create(
            id_on_device=told.id_on_device,
            defaults={
                "member": by,
                "outcome": OUTCOMES[told.outcome],
                "told": _as_kept(told),
                "made_at": made_at,
                "received_at": clock.now(),
                "state": State.UNCLEAR,
            },
        )
        if kept.member_id != by.pk:
            raise NotFound
        if new:
            _settle(by, kept)
            write_audit_line(by=by.pk, action="friends.confide", subject=f"confidence:{kept.pk}")
    return kept


def take_back_confidence(*, by: Member, id_on_device: UUID) -> None:
    """Forget what was told, and undo the attempt; refuses after two hours, as for every result.

    Safe to repeat, and for what never came. A consent or number that came with it stays: it was
    its owner's word, and is withdrawn or retired where the others are.
    """
    with transaction.atomic():
        kept = Confidence.objects.filter(member=by, id_on_device=id_on_device).first()
        if kept is None or kept.state == State.TAKEN_BACK:
            return
        if kept.state == State.MATCHED and kept.constituency_id is not None:
            undo_attempt(by=by, constituency_id=kept.constituency_id, id_on_device=id_on_device)
        kept.told, kept.state = {}, State.TAKEN_BACK
        kept.save(update_fields=["told", "state"])
        write_audit_line(by=by.pk, action="friends.take_back", subject=f"confidence:{kept.pk}")


def settle_unclear() -> int:
    """Look again for whom nobody was found, and forget what has waited too long; how many."""
    waiting = Confidence.objects.filter(state=State.UNCLEAR).select_related("member__branch")
    over = waiting.filter(received_at__lt=clock.now() - KEPT_UNCLEAR)
    done = over.update(told={}, state=State.LEFT)
    for kept in waiting.iterator():
        with transaction.atomic():
            done += _settle(kept.member, kept)
    return done


def _as_kept(told: Confided) -> dict[str, object]:
    spoken = told.spoken
    return {
        "name": spoken.name.strip(),
        "phone": spoken.phone,
        "email": spoken.email,
        "postcode": spoken.postcode,
        "view": told.view,
        "consents": {one: told.consents[one] for one in CONSENTS if told.consents.get(one)},
    }


def _settle(by: Member, kept: Confidence) -> bool:
    told = kept.told
    spoken = Spoken(told["name"], told["phone"], told["email"], told["postcode"])
    elector = elector_spoken_of(openings_for_supporter(by), spoken)
    if elector is None:
        return False
    record_attempts(by=by, results=[_as_result(kept, elector)])
    for channel, wording in told["consents"].items():
        record_consent(
            by=by,
            person=elector.person,
            channel=channel,
            wording=wording,
            given_at=kept.made_at,
            how=_("Told to a friend who campaigns with us"),
            source=_("Friends to friends"),
        )
    _add_details(elector, told, kept.made_at)
    kept.told, kept.state = {}, State.MATCHED
    kept.constituency_id, kept.person = elector.constituency_id, elector.person
    kept.save(update_fields=["told", "state", "constituency_id", "person"])
    return True


def _as_result(kept: Confidence, elector: Elector) -> AttemptResult:
    view = kept.told["view"]
    code = canvass_codes().filter(meaning=view).first() if view else None
    answers = (
        (AnswerGiven("vote", code.letter if code else view, view, code.pk if code else None),)
        if view
        else ()
    )
    return AttemptResult(
        id_on_device=kept.id_on_device,
        constituency_id=elector.constituency_id,
        elector_id=elector.pk,
        channel=Channel.FRIEND,
        outcome=kept.outcome,
        made_at=kept.made_at,
        answers=answers,
    )


def _add_details(elector: Elector, told: Mapping[str, str], made_at: datetime) -> None:
    """A number or address is kept only where its owner agreed to its use."""
    consents = told["consents"]
    wanted = (
        ("phone", Channel.PHONE in consents or Channel.TEXT in consents),
        ("email", Channel.EMAIL in consents),
    )
    for kind, agreed in wanted:
        if agreed and told[kind]:
            try:
                with transaction.atomic():
                    add_contact_detail(
                        by=None,
                        elector=elector,
                        kind=kind,
                        value=told[kind],
                        source=_("A friend of theirs, with their consent"),
                        obtained_on=made_at.date(),
                    )
            except Refused:
                continue  # they asked us to stop, or are suppressed: their word before ours
