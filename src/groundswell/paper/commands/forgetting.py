"""Erasing somebody from what was printed and keyed."""

from uuid import UUID

from django.db import transaction

from groundswell.paper.models import CheckedRow, KeyedRow, PrintedRow, SheetPhoto
from groundswell.register.queries import electors_of


def forget_person(person: UUID) -> int:
    """Erase their rows and every photograph of a sheet they stand on; answers how many rows.

    The sheet itself keeps its other rows and their numbers. Safe to repeat.
    """
    touched = 0
    with transaction.atomic():
        for elector in electors_of(person):
            here = {"constituency_id": elector.constituency_id}
            for row in list(PrintedRow.objects.filter(**here, elector=elector)):
                where = {"printing_id": row.printing_id, "number": row.number}
                touched += KeyedRow.objects.filter(**here, **where).delete()[0]
                touched += CheckedRow.objects.filter(
                    look__printing=row.printing_id, number=row.number
                ).delete()[0]
                touched += SheetPhoto.objects.filter(
                    printing=row.printing_id, sheet=row.sheet
                ).delete()[0]
                touched += PrintedRow.objects.filter(**here, pk=row.pk).delete()[0]
    return touched
