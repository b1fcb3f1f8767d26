"""Second looks at what was keyed: the sample, what differs, the error rate."""

from dataclasses import dataclass

from groundswell.common.errors import NotFound
from groundswell.doorstep.queries import organises, round_by_code
from groundswell.members.models import Member
from groundswell.paper.models import CheckedRow, KeyedRow, PrintedRow, Printing, SecondLook
from groundswell.paper.rules.sample import Rate, error_rate

NOTHING = "-"


@dataclass(frozen=True)
class ShownCell:
    """One cell of a sample and the sheet it stands on; ``first`` is not for whoever looks again."""

    cell: CheckedRow
    sheet: int

    @property
    def differs(self) -> bool:
        """Whether the second person read something else."""
        return bool(self.cell.second) and self.cell.second != self.cell.first


@dataclass(frozen=True)
class ShownLook:
    """A sample as far as it has come.

    ``rate`` counts as wrong each difference of which the second reading holds, and each that nobody
    has decided yet.
    """

    look: SecondLook
    cells: tuple[ShownCell, ...]
    rate: Rate
    may_decide: bool

    @property
    def checked(self) -> int:
        """How many cells were read a second time."""
        return sum(1 for one in self.cells if one.cell.second)

    @property
    def differing(self) -> tuple[ShownCell, ...]:
        """The cells that were read differently."""
        return tuple(one for one in self.cells if one.differs)

    def next_for(self, member: Member) -> ShownCell | None:
        """The next cell for somebody who did not key it."""
        waiting = (one for one in self.cells if not one.cell.second)
        return next((one for one in waiting if one.cell.keyed_by_id != member.pk), None)


def looks_of(member: Member, printing: Printing) -> list[ShownLook]:
    """The second looks at a printing of a round that the member may see, the newest first."""
    round_by_code(member, printing.round.code)
    looks = SecondLook.objects.filter(printing=printing).order_by("-pk")
    return [_shown(member, look) for look in looks.select_related("printing__round__effort__area")]


def look_seen_by(member: Member, look_id: int) -> ShownLook:
    """One of them; NotFound where the member may not see its round."""
    look = (
        SecondLook.objects.filter(pk=look_id)
        .select_related("printing__round__effort__area")
        .first()
    )
    if look is None:
        raise NotFound
    round_by_code(member, look.printing.round.code)
    return _shown(member, look)


def cells_to_draw(printing: Printing, member: Member) -> list[KeyedRow]:
    """What stands in the cells of a printing and was keyed by others than the member."""
    rows = KeyedRow.objects.filter(
        constituency=printing.constituency_id, printing_id=printing.pk, undone_at=None
    )
    return list(rows.exclude(keyed_by=member.pk).order_by("number", "visit"))


def _shown(member: Member, look: SecondLook) -> ShownLook:
    printing = look.printing
    cells = list(look.cells.all())
    sheets = dict(
        PrintedRow.objects.filter(
            constituency=printing.constituency_id,
            printing_id=printing.pk,
            number__in=[cell.number for cell in cells],
        ).values_list("number", "sheet")
    )
    checked = [cell for cell in cells if cell.second]
    wrong = [
        cell
        for cell in checked
        if cell.second != cell.first and cell.decision != CheckedRow.Decision.FIRST
    ]
    return ShownLook(
        look=look,
        cells=tuple(ShownCell(cell, sheets.get(cell.number, 0)) for cell in cells),
        rate=error_rate(len(wrong), len(checked)),
        may_decide=organises(member, printing.round),
    )
