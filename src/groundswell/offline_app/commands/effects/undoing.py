"""Taking a record back, in whichever order the two of them come in."""

from collections.abc import Callable
from uuid import UUID

from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.offline_app.commands.effects.arrived import Arrived, Effect, done, waits
from groundswell.offline_app.models import Received


def take_back(arrived: Arrived, undo: Callable[[Arrived, UUID], Effect]) -> Effect:
    """Undo what was counted; what was not is set aside; what has not come yet is waited for."""
    if arrived.record.of is None:
        raise Refused(_("This does not say what it takes back."))
    result = Received.objects.filter(id_on_device=arrived.record.of).first()
    if result is None:
        return waits(_("What this takes back has not come in yet."))
    if result.member_id != arrived.member.pk:
        raise Refused(_("Only whoever made a result can take it back on their telephone."))
    if result.counted:
        return undo(arrived, result.id_on_device)
    Received.objects.filter(pk=result.pk).update(
        state=Received.State.SET_ASIDE,
        settled_at=clock.now(),
        reason=_("Taken back on the telephone before it was counted."),
    )
    return done()
