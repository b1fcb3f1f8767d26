"""A group as something to share."""

from django.urls import reverse
from django.utils.translation import gettext_lazy

from groundswell.groups.models import Group
from groundswell.moderation.queries import is_hidden
from groundswell.sharing.registry import Shared, register_shareable


def register() -> None:
    """Plug in: a group's public page is passed on by personal links."""
    register_shareable("group", title=gettext_lazy("A group"), find=_find)


def _find(pk: int) -> Shared | None:
    group = Group.objects.select_related("area").filter(pk=pk, closed_at=None).first()
    if group is None or is_hidden("group", pk):
        return None
    return Shared(
        title=group.name,
        text=group.about[:300],
        url=reverse("groups:page", args=[group.slug]),
        area_id=group.area_id,
        theme=group.interest,
        by=group.name if group.is_independent else "",
        imprint=group.imprint,
        independent=group.is_independent,
    )
