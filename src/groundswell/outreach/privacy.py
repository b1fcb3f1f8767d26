"""What this part holds on a person, for the export and the erasure."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.outreach.commands import forget_person
from groundswell.outreach.models import Assignment
from groundswell.privacy.registry import Row, register_holder
from groundswell.register.queries import electors_of


def register() -> None:
    """Plug in like every other part."""
    register_holder(
        "outreach",
        title=gettext_lazy("Phone banks you are on the list of"),
        export=_export,
        erase=forget_person,
    )


def _export(person: UUID) -> Iterable[Row]:
    for elector in electors_of(person):
        queued = Assignment.objects.filter(
            constituency_id=elector.constituency_id, elector=elector
        ).select_related("effort")
        for place in queued.order_by("effort__made_at"):
            yield {
                _("Phone bank"): place.effort.name,
                _("From"): place.effort.starts_on,
                _("To"): place.effort.ends_on,
                _("Where it stands"): place.get_state_display(),
                _("Times tried"): place.tries,
                _("Not before"): place.ready_at,
            }
