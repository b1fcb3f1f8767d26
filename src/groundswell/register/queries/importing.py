"""How an import stands: progress, refused rows, columns that wait for a name."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from groundswell.members.models import Member
from groundswell.register import wording, work_folder
from groundswell.register.layouts import GuessedColumn, all_layouts, guess_columns, has_heading
from groundswell.register.models import RegisterImport
from groundswell.register.queries.managing import import_for
from groundswell.register.reading import FileShape, sample_rows


@dataclass(frozen=True)
class Progress:
    """How far an import is: ``share`` from 0 to 1, or None where the total is unknown."""

    state: str
    step: str
    done: int
    total: int

    @property
    def share(self) -> float | None:
        """What part of the step is done."""
        return min(self.done / self.total, 1.0) if self.total else None


@dataclass(frozen=True)
class RefusedRow:
    """A row that was not taken: ``raw`` as supplied, its fields separated by tabs."""

    line: int
    reason: str
    raw: str


def import_progress(member: Member, import_id: int) -> Progress:
    """How far the import is."""
    found = import_for(member, import_id)
    now = work_folder.how_far(found.pk)
    return Progress(state=found.state, step=now.step, done=now.done, total=now.total)


def refused_rows(member: Member | None, import_id: int) -> Iterator[RefusedRow]:
    """Rows that the last check refused, in the order of the file.

    A row of an absent voters' list holds where a ballot paper is sent to, which nobody is shown:
    of those only line and reason.
    """
    found = import_for(member, import_id)
    shown = found.scope != RegisterImport.Scope.ABSENT_VOTERS
    path = work_folder.refused_of(found.pk)
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            for line, reason, detail, raw in csv.reader(file):
                yield RefusedRow(int(line), wording.refused(reason, detail), raw if shown else "")


def columns_to_name(member: Member, import_id: int) -> list[GuessedColumn]:
    """The file's columns with samples and our guess at what each holds."""
    rows = sample_of(import_for(member, import_id))
    return guess_columns(rows, headed=has_heading(rows))


def fields_to_choose() -> list[tuple[str, str]]:
    """What a column can hold: name and label."""
    return [(name, str(label)) for name, label in wording.FIELD_LABELS.items()]


def layout_title(found: RegisterImport) -> str:
    """What the file's layout is called, or the name somebody kept it under."""
    titles = {layout.name: layout.title for layout in all_layouts()}
    return titles.get(found.layout, found.layout)


def sample_of(found: RegisterImport) -> list[list[str]]:
    """The file's first rows, cleaned."""
    shape = FileShape(encoding=found.encoding, delimiter=found.delimiter)
    return sample_rows(work_folder.upload_of(found.pk), shape)
