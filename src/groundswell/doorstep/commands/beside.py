"""What comes with a result at a door: what was told beside it, and that somebody stood there."""

from groundswell.contact.commands import Said, record_said
from groundswell.doorstep.models import Round
from groundswell.doorstep.rules.results import DoorResult
from groundswell.members.models import Member
from groundswell.outreach.commands import note_visit
from groundswell.privacy.models import Channel


def keep_beside(*, by: Member, walked: Round, told: DoorResult) -> None:
    """Keep issues and offers told at a door, and how far from it the result was tapped.

    The latter only of results that ``by`` tapped themself: not from paper or a page, and not for
    somebody without a telephone. Safe to repeat; joins the caller's transaction.
    """
    record_said(
        by=by,
        constituency_id=walked.constituency_id,
        elector_id=told.elector_id,
        household_id=told.household_id,
        said=[Said(one.id, one.kind, one.note) for one in told.said],
        channel=Channel.DOOR,
        told_at=told.made_at,
        effort_id=walked.effort_id,
        result_id=told.id_on_device,
        on_behalf_of=told.on_behalf_of,
    )
    if told.source == "app" and not told.on_behalf_of:
        note_visit(
            by=by,
            constituency_id=walked.constituency_id,
            effort_id=walked.effort_id,
            household_id=told.household_id,
            result_id=told.id_on_device,
            outcome=told.outcome,
            made_at=told.made_at,
            answers=len(told.answers),
            where=told.where,
        )
