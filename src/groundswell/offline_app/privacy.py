"""What this part holds on a person, for the export and the erasure."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.offline_app.commands import forget_person
from groundswell.offline_app.models import Received
from groundswell.offline_app.queries.inbox import as_shown
from groundswell.privacy.registry import Row, register_holder
from groundswell.register.queries import electors_of


def register() -> None:
    """Plug in like every other part."""
    register_holder(
        "offline_app",
        title=gettext_lazy("What telephones handed in about you, as it came"),
        export=_export,
        erase=forget_person,
    )


def _export(person: UUID) -> Iterable[Row]:
    ids = list(electors_of(person).values_list("pk", flat=True))
    rows = Received.objects.filter(elector_id__in=ids).order_by("made_at")
    for shown in as_shown(list(rows)):
        yield {
            _("When"): shown.row.made_at,
            _("What"): shown.what,
            _("Address"): shown.door,
            _("What came of it"): shown.says,
            _("Where it stands"): shown.row.get_state_display(),
        }
