"""A canvass as somebody passes it on, and as its link finds it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from groundswell.common.errors import NotFound
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import effort_by_code
from groundswell.privacy.models import Channel
from groundswell.sharing.registry import Shared


def canvass_by_code(join_code: str) -> Effort:
    """The canvass that a link leads to, drafts excepted; else NotFound."""
    effort = effort_by_code(join_code)
    if effort.channel != Channel.DOOR:
        raise NotFound
    return effort


def canvass_to_share(effort_id: int) -> Shared | None:
    """An open canvass that anyone with the link may join; None for every other."""
    effort = Effort.objects.filter(
        pk=effort_id,
        channel=Channel.DOOR,
        state=Effort.State.OPEN,
        joining=Effort.Joining.LINK,
    ).first()
    if effort is None:
        return None
    return Shared(
        title=effort.name,
        text=_("Knock on doors near you, in pairs, with words to begin with. Come and help."),
        url=reverse("doorstep:join_canvass", args=[effort.join_code]),
        area_id=effort.area_id,
        theme="canvass",
    )
