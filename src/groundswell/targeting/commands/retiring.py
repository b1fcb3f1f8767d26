"""Putting a universe away."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.announcements import announce
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.targeting.announcements import UniverseRetired
from groundswell.targeting.models import Universe
from groundswell.targeting.queries import may_target


@transaction.atomic
def retire_universe(*, by: Member | None, universe: Universe) -> Universe:
    """Take a universe out of the lists; phone banks that use it go on. Twice is once."""
    if by is not None and not may_target(by, universe.area):
        raise Refused(
            _("Only organisers of %(area)s put its universes away: ask one of them.")
            % {"area": universe.area.name}
        )
    if universe.retired_at is not None:
        return universe
    universe.retired_at = clock.now()
    universe.save(update_fields=["retired_at"])
    write_audit_line(
        by=by.pk if by else None,
        action="targeting.retire_universe",
        subject=f"universe:{universe.pk}",
    )
    announce(UniverseRetired(universe_id=universe.pk))
    return universe
