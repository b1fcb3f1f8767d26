"""Who may change a canvass's rounds."""

from django.utils.translation import gettext as _

from groundswell.common.errors import Refused
from groundswell.members.models import Member, Role
from groundswell.members.queries import holds_role
from groundswell.outreach.models import Effort


def refuse_unless_organiser(by: Member | None, effort: Effort) -> None:
    """Refuse whoever does not organise the canvass; None is the system or the demonstration."""
    if by is not None and not holds_role(by, Role.Kind.ORGANISER, area=effort.area):
        raise Refused(
            _("Only an organiser of %(area)s can do this. Ask one of them.")
            % {"area": effort.area.name}
        )
