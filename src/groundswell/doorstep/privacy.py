"""What this part holds on a person, for the export and the erasure."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.doorstep.commands import forget_person
from groundswell.doorstep.queries.former import rounds_with
from groundswell.privacy.registry import Row, register_holder


def register() -> None:
    """Plug in like every other part."""
    register_holder(
        "doorstep",
        title=gettext_lazy("Rounds on foot in which you are to be called on"),
        export=held_on,
        erase=forget_person,
    )


def held_on(person: UUID) -> Iterable[Row]:
    """The rounds in which they are to be asked for."""
    for walked, position in rounds_with(person):
        yield {
            _("Canvass"): walked.effort.name,
            _("Round"): walked.name,
            _("Cut on"): walked.made_at.date(),
            _("Place in the walk"): position,
            _("Where it stands"): walked.get_state_display(),
        }
