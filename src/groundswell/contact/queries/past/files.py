"""Files of past canvassing, for data managers of their council."""

import csv
from collections.abc import Iterator

from django.db.models import QuerySet

from groundswell.common.errors import NotFound
from groundswell.contact.models import CanvassCode, PastCanvass
from groundswell.contact.past_wording import FIELD_LABELS, not_taken
from groundswell.contact.queries.opinions import opinions_kept
from groundswell.contact.rules.past.headings import FIELDS, field_of
from groundswell.contact.rules.past.meanings import Code
from groundswell.members.models import Member
from groundswell.register import work_folder
from groundswell.register.layouts import GuessedColumn, has_heading
from groundswell.register.queries import Progress, RefusedRow, councils_for
from groundswell.register.reading import FileShape, sample_rows

_MOST_SAMPLES = 5


def past_canvasses_for(member: Member) -> QuerySet[PastCanvass]:
    """Files of the councils whose data the member manages, the latest first."""
    return (
        PastCanvass.objects.filter(council__in=councils_for(member))
        .select_related("council")
        .order_by("-uploaded_at", "-pk")
    )


def past_canvass_for(member: Member | None, past_id: int) -> PastCanvass:
    """One of them, or NotFound; None is the system itself."""
    every = PastCanvass.objects.select_related("council")
    found = (past_canvasses_for(member) if member else every).filter(pk=past_id).first()
    if found is None:
        raise NotFound
    return found


def past_progress(member: Member, past_id: int) -> Progress:
    """How far it is."""
    found = past_canvass_for(member, past_id)
    now = work_folder.how_far(folder_key(found.pk))
    return Progress(state=found.state, step=now.step, done=now.done, total=now.total)


def rows_not_taken(member: Member, past_id: int) -> Iterator[RefusedRow]:
    """Rows that the last check did not take, with the reason, in the order of the file."""
    path = work_folder.refused_of(folder_key(past_canvass_for(member, past_id).pk))
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            for line, why, word, raw in csv.reader(file):
                yield RefusedRow(int(line), not_taken(why, word), raw)


def columns_to_name(member: Member, past_id: int) -> list[GuessedColumn]:
    """The file's columns with samples, and what each seems to hold; no field is guessed twice."""
    rows = sample_of(past_canvass_for(member, past_id))
    headed = has_heading(rows)
    body = rows[1:] if headed else rows
    guesses: list[GuessedColumn] = []
    for place in range(max((len(row) for row in rows), default=0)):
        heading = rows[0][place] if headed and place < len(rows[0]) else ""
        held = field_of(heading)
        if held in {guess.field for guess in guesses}:
            held = ""
        values = dict.fromkeys(row[place] for row in body if place < len(row) and row[place])
        guesses.append(GuessedColumn(place, heading, held, 1.0, tuple(values)[:_MOST_SAMPLES]))
    return guesses


def fields_to_choose() -> list[tuple[str, str]]:
    """What a column can hold: name and label."""
    return [(name, str(FIELD_LABELS[name])) for name in FIELDS]


def sample_of(found: PastCanvass) -> list[list[str]]:
    """The file's first rows, cleaned."""
    shape = FileShape(encoding=found.encoding, delimiter=found.delimiter)
    return sample_rows(work_folder.upload_of(folder_key(found.pk)), shape)


def folder_key(past_id: int) -> str:
    """The name of a file's work folder."""
    return f"past-{past_id}"


def codes_by_id() -> dict[int, Code]:
    """Every canvass code, retired ones first; none where opinions may not be kept."""
    if not opinions_kept():
        return {}
    return {
        code.pk: Code(code.pk, code.letter, code.label, code.meaning)
        for code in CanvassCode.objects.order_by("-retired", "position")
    }
