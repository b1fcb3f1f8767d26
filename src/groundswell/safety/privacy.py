"""What this part holds on a person, for the export and the erasure."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.privacy.registry import Row, register_holder
from groundswell.register.queries import electors_of
from groundswell.safety.commands.forgetting import forget_person
from groundswell.safety.models import DoorNote


def register() -> None:
    """Plug in like every other part."""
    register_holder(
        "safety",
        title=gettext_lazy("Notes on your door"),
        export=_export,
        erase=forget_person,
    )


def _export(person: UUID) -> Iterable[Row]:
    for elector in electors_of(person):
        if elector.household_id is None:
            continue
        notes = DoorNote.objects.filter(
            constituency=elector.constituency_id, household=elector.household_id
        )
        for note in notes.order_by("made_at"):
            yield {
                _("When"): note.made_at,
                _("What was written"): note.text,
                _("Nobody is sent here"): note.do_not_send,
                _("Ended"): note.ended_at,
            }
