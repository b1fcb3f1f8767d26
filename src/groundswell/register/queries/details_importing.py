"""Files of contact details: which a member manages, how each stands, what was not taken of it."""

import csv
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from groundswell.common.errors import NotFound
from groundswell.common.phone import readable
from groundswell.members.models import Member
from groundswell.privacy.models import Channel
from groundswell.register import detail_wording, work_folder
from groundswell.register.details import columns as details_columns
from groundswell.register.details.folders import key_of
from groundswell.register.layouts import GuessedColumn
from groundswell.register.models import DetailsImport
from groundswell.register.queries.councils import councils_for
from groundswell.register.queries.importing import Progress, RefusedRow
from groundswell.register.reading import FileShape, sample_rows


def details_imports_for(member: Member) -> QuerySet[DetailsImport]:
    """Files of contact details of the councils whose data the member manages, the latest first."""
    return (
        DetailsImport.objects.filter(council__in=councils_for(member))
        .select_related("council")
        .order_by("-uploaded_at", "-pk")
    )


def details_import_for(member: Member | None, import_id: int) -> DetailsImport:
    """One of them, or NotFound; None is the system itself."""
    every = DetailsImport.objects.select_related("council")
    imports = details_imports_for(member) if member else every
    found = imports.filter(pk=import_id).first()
    if found is None:
        raise NotFound
    return found


def details_progress(member: Member, import_id: int) -> Progress:
    """How far it is."""
    found = details_import_for(member, import_id)
    now = work_folder.how_far(key_of(found.pk))
    return Progress(state=found.state, step=now.step, done=now.done, total=now.total)


def details_refused(member: Member | None, import_id: int) -> Iterator[RefusedRow]:
    """Rows and values that the last check did not take, in the order of the file."""
    path = work_folder.refused_of(key_of(details_import_for(member, import_id).pk))
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            for line, why, value, raw in csv.reader(file):
                yield RefusedRow(int(line), detail_wording.refused(why, value), raw)


def details_columns_to_name(member: Member, import_id: int) -> list[GuessedColumn]:
    """The file's columns with samples and our guess at what each holds."""
    return details_columns.guess(sample_of_details(details_import_for(member, import_id)))


def details_fields_to_choose() -> list[tuple[str, str]]:
    """What a column of contact details can hold: name and label."""
    return [(name, str(detail_wording.FIELD_LABELS[name])) for name in details_columns.FIELDS]


def samples_of(found: DetailsImport) -> list[dict[str, Any]]:
    """The rows that were hardest to match, as they will be stored, in words."""
    channels = dict(Channel.choices)
    return [
        {
            **sample,
            "phones": [readable(number) for number in sample["phones"]],
            "channels": [channels[channel] for channel in sample["channels"]],
            "how": detail_wording.how_matched(sample["how"]),
        }
        for sample in found.summary.get("samples", [])
    ]


def sample_of_details(found: DetailsImport) -> list[list[str]]:
    """The file's first rows, cleaned."""
    shape = FileShape(encoding=found.encoding, delimiter=found.delimiter)
    return sample_rows(work_folder.upload_of(key_of(found.pk)), shape)
