"""Openings as something to share: the link that brings others to their friends."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.friends.queries.openings import open_now
from groundswell.sharing.registry import Shared, register_shareable


def register() -> None:
    """Have openings shared by personal links."""
    register_shareable("friends", title=gettext_lazy("Bring your friends"), find=_found)


def _found(opening_id: int) -> Shared | None:
    opening = open_now().filter(pk=opening_id).select_related("area").first()
    if opening is None:
        return None
    return Shared(
        title=_("Bring five friends"),
        text=opening.words or _("Your own words, to your own friends, from your own phone."),
        url=reverse("friends:join", args=[opening.code]),
        area_id=opening.area_id,
    )
