"""Phone banks, for whoever answers for them."""

from groundswell.members.models import Member
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import effort_for
from groundswell.privacy.models import Channel


def phone_bank_for(member: Member, effort_id: int) -> Effort:
    """A phone bank of the member's areas; NotFound for anything else."""
    return effort_for(member, effort_id, Channel.PHONE)
