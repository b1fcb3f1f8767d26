"""A sheet as its keying page shows it: its rows, what was keyed, what may be keyed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Max

from groundswell.common.errors import NotFound
from groundswell.paper.models import KeyedRow, PrintedRow, Printing, SheetPhoto, Visit
from groundswell.paper.queries.printings import rows_of
from groundswell.paper.queries.sheets import label_of
from groundswell.paper.rules.entry import OnSheet
from groundswell.paper.rules.legend import Code, read
from groundswell.register.models import Elector, Household

VISITS = (1, 2)


@dataclass(frozen=True)
class ShownRow:
    """One row: where, who, and what stands in its cell for the visit shown."""

    number: int
    household_id: int
    elector_id: int
    elector_number: str
    door: str
    street: str
    name: str
    keyed: KeyedRow | None
    code: Code | None


@dataclass(frozen=True)
class ShownSheet:
    """One sheet of a printing for one visit."""

    printing: Printing
    number: int
    visit: int
    told: Visit | None
    rows: tuple[ShownRow, ...]
    codes: tuple[Code, ...]
    marks: Mapping[str, str] = field(default_factory=dict)

    @property
    def done(self) -> int:
        """How many rows have something keyed."""
        return sum(1 for row in self.rows if row.keyed)

    def on_sheet(self) -> OnSheet:
        """What a typed line is read against."""
        return OnSheet(
            self.printing.code,
            {row.number: row.elector_number for row in self.rows},
            self.codes,
            frozenset(self.marks),
        )

    def row(self, number: int) -> ShownRow:
        """The row with this number; NotFound where it is not on the sheet."""
        for row in self.rows:
            if row.number == number:
                return row
        raise NotFound

    def next_after(self, number: int) -> int | None:
        """The next row in the order of the sheet; None after the last."""
        later = [row.number for row in self.rows if row.number > number]
        return later[0] if later else None

    def first_open(self) -> int | None:
        """The first row with nothing keyed, or None."""
        return next((row.number for row in self.rows if row.keyed is None), None)


def shown_sheet(printing: Printing, number: int, visit: int) -> ShownSheet:
    """A sheet of a printing that the reader may see (``printings.printing_seen_by``).

    NotFound where the printing has no such sheet. Names are as the register has them today.
    """
    rows = rows_of(printing, number)
    if not rows or visit not in VISITS:
        raise NotFound
    codes = read(printing.legend)
    keyed = standing(printing, visit, [row.number for row in rows])
    here = {"constituency": printing.constituency_id}
    people = Elector.objects.filter(**here).in_bulk([row.elector_id for row in rows])
    homes = Household.objects.filter(**here).in_bulk([row.household_id for row in rows])
    by_key = {code.key: code for code in codes}
    return ShownSheet(
        printing=printing,
        number=number,
        visit=visit,
        told=Visit.objects.filter(printing=printing, sheet=number, number=visit).first(),
        rows=tuple(
            _shown(row, people.get(row.elector_id), homes.get(row.household_id), keyed, by_key)
            for row in rows
        ),
        codes=codes,
        marks=printing.marks,
    )


def standing(printing: Printing, visit: int, numbers: list[int]) -> dict[int, KeyedRow]:
    """What stands in the cells of these rows, by row; what was undone is not among it."""
    rows = KeyedRow.objects.filter(
        constituency=printing.constituency_id,
        printing_id=printing.pk,
        visit=visit,
        number__in=numbers,
        undone_at=None,
    ).order_by("revision")
    return {row.number: row for row in rows}


def next_revision(printing: Printing, number: int, visit: int) -> int:
    """The number of the next entry in a cell."""
    last = KeyedRow.objects.filter(
        constituency=printing.constituency_id,
        printing_id=printing.pk,
        number=number,
        visit=visit,
    ).aggregate(last=Max("revision"))["last"]
    return (last or 0) + 1


@dataclass(frozen=True)
class SheetKeyed:
    """One sheet of a printing: its rows, how many have something keyed, and its photographs."""

    number: int
    rows: int
    keyed: int
    photos: int


def progress_of(printing: Printing) -> list[SheetKeyed]:
    """How far the keying of each sheet is; a row counts once, whichever visit it was."""
    here = {"constituency": printing.constituency_id, "printing_id": printing.pk}
    rows = dict(PrintedRow.objects.filter(**here).values_list("number", "sheet"))
    keyed = set(KeyedRow.objects.filter(**here, undone_at=None).values_list("number", flat=True))
    photos = dict(
        SheetPhoto.objects.filter(printing=printing)
        .values_list("sheet")
        .annotate(count=Count("pk"))
    )
    return [
        SheetKeyed(
            number=sheet,
            rows=sum(1 for on in rows.values() if on == sheet),
            keyed=sum(1 for number, on in rows.items() if on == sheet and number in keyed),
            photos=photos.get(sheet, 0),
        )
        for sheet in sorted(set(rows.values()))
    ]


def _shown(
    row: PrintedRow,
    elector: Elector | None,
    home: Household | None,
    keyed: Mapping[int, KeyedRow],
    codes: Mapping[str, Code],
) -> ShownRow:
    entry = keyed.get(row.number)
    return ShownRow(
        number=row.number,
        household_id=row.household_id,
        elector_id=row.elector_id,
        elector_number=row.elector_number,
        door=label_of(home.address, home.street) if home else "",
        street=home.street if home else "",
        name=str(elector) if elector else "",
        keyed=entry,
        code=codes.get(entry.code) if entry else None,
    )
