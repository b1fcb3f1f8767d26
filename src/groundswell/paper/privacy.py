"""What this part holds on a person, for the export and the erasure."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.paper.commands.forgetting import forget_person
from groundswell.paper.models import KeyedRow, PrintedRow, Printing
from groundswell.privacy.registry import Row, register_holder
from groundswell.register.queries import electors_of


def register() -> None:
    """Plug in like every other part."""
    register_holder(
        "paper",
        title=gettext_lazy("Walk sheets you stood on"),
        export=_export,
        erase=forget_person,
    )


def _export(person: UUID) -> Iterable[Row]:
    for elector in electors_of(person):
        here = {"constituency_id": elector.constituency_id}
        for row in PrintedRow.objects.filter(**here, elector=elector).order_by("pk"):
            printing = Printing.objects.get(pk=row.printing_id)
            keyed = KeyedRow.objects.filter(**here, printing_id=printing.pk, number=row.number)
            yield {
                _("Printed on"): printing.printed_at,
                _("For the round"): printing.round.name,
                _("Elector number"): row.elector_number,
                _("Written beside it"): "; ".join(
                    " ".join(part for part in (one.code, one.marks, one.words) if part)
                    for one in keyed.order_by("pk")
                ),
            }
