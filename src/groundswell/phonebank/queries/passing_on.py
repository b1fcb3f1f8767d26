"""A phone bank as somebody passes it on."""

from django.urls import reverse
from django.utils.translation import gettext as _

from groundswell.outreach.models import Effort
from groundswell.privacy.models import Channel
from groundswell.sharing.registry import Shared


def phone_bank_to_share(effort_id: int) -> Shared | None:
    """An open phone bank that anyone with the link may join; None for every other."""
    effort = Effort.objects.filter(
        pk=effort_id,
        channel=Channel.PHONE,
        state=Effort.State.OPEN,
        joining=Effort.Joining.LINK,
    ).first()
    if effort is None:
        return None
    return Shared(
        title=effort.name,
        text=_("Ring people from home, ten at a time, with words to begin with. Come and help."),
        url=reverse("phonebank:join", args=[effort.join_code]),
        area_id=effort.area_id,
        theme="phone_bank",
    )
