"""Whom an effort is open to."""

from django.utils.translation import gettext as _

from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.outreach import rules
from groundswell.outreach.models import Effort


def refuse_the_unwelcome(member: Member, effort: Effort) -> None:
    """Refuse whoever this effort is not open to."""
    if rules.may_join(effort.joining, member.standing):
        return
    if effort.joining == Effort.Joining.MEMBERS:
        raise Refused(
            _("This one is for members. If you are one, ask %(area)s to put it on your account.")
            % {"area": effort.area.name}
        )
    raise Refused(
        _("This one is for members and supporters somebody vouches for: ask %(area)s to vet you.")
        % {"area": effort.area.name}
    )
