"""What was printed of a round, for those who may see the round."""

from collections.abc import Sequence

from django.db.models import QuerySet

from groundswell.common.errors import NotFound
from groundswell.doorstep.models import Round
from groundswell.doorstep.queries import is_out_with, organises, round_by_code
from groundswell.doorstep.rules.codes import tidied
from groundswell.members.models import Member
from groundswell.paper.models import PrintedRow, Printing


def printings_of(member: Member, walked: Round) -> QuerySet[Printing]:
    """A round's printings, the newest first; NotFound for whoever may not see the round."""
    seen = round_by_code(member, walked.code)
    return (
        Printing.objects.filter(round=seen)
        .select_related("round", "round__effort", "printed_by")
        .order_by("-number")
    )


def printing_seen_by(member: Member, round_code: str, number: int | None = None) -> Printing:
    """One printing of a round that the member may see, the newest where none is named."""
    found = printings_of(member, round_by_code(member, round_code))
    one = found.first() if number is None else found.filter(number=number).first()
    if one is None:
        raise NotFound
    return one


def may_print(member: Member, walked: Round) -> bool:
    """Whether the member may put the round on paper: its organisers, and who has it out."""
    return organises(member, walked) or is_out_with(member, walked)


def rows_of(printing: Printing, sheet: int | None = None) -> Sequence[PrintedRow]:
    """The rows of a printing, or of one sheet of it, in order."""
    rows = PrintedRow.objects.filter(
        constituency=printing.constituency_id, printing_id=printing.pk
    ).order_by("number")
    return list(rows if sheet is None else rows.filter(sheet=sheet))


def sheet_exists(round_code: str, sheet: int, number: int) -> bool:
    """Whether there is such a sheet: for whoever holds it in their hand; shows nothing of it."""
    return Printing.objects.filter(
        round__code=tidied(round_code), number=number, sheets__gte=sheet
    ).exists()
