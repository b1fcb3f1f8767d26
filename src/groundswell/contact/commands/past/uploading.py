"""A file of past canvassing: kept, its columns named, its words explained."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.contact.commands.past.applying import apply_past_canvass
from groundswell.contact.commands.past.checking import check_past_canvass
from groundswell.contact.commands.past.moving import managed, note, put
from groundswell.contact.models import PastCanvass
from groundswell.contact.queries.past import folder_key, what_it_can_mean
from groundswell.contact.rules.past.headings import FIELDS, WHAT, WHO, recognise
from groundswell.members.models import Member
from groundswell.privacy.models import Channel
from groundswell.register import work_folder
from groundswell.register.commands.supplies import must_manage
from groundswell.register.incoming import keep_file, shape_and_rows
from groundswell.register.layouts import has_heading

State = PastCanvass.State


def upload_past_canvass(
    *,
    by: Member | None,
    file: BinaryIO,
    file_name: str,
    council_id: int,
    source: str,
    canvassed_on: date,
    channel: str = Channel.DOOR,
) -> PastCanvass:
    """Keep the file; the worker checks it, or its columns wait for names.

    ``canvassed_on`` and ``channel`` hold for rows that say nothing of these; ``source`` is shown in
    each elector's timeline. For data managers of the council.
    """
    must_manage(by, council_id)
    if not source.strip():
        raise Refused(_("Say where the file comes from: it is shown beside each result."))
    if channel not in Channel.values:
        raise Refused(_("There is no such channel: choose one from the list."))
    if canvassed_on > clock.today():
        raise Refused(_("The day of canvassing cannot lie in the future."))
    path, digest = keep_file(file)
    try:
        shape, rows = shape_and_rows(path)
        named = recognise(rows[0]) if has_heading(rows) else None
        with transaction.atomic():
            made = PastCanvass.objects.create(
                council_id=council_id,
                file_name=Path(file_name).name[:200],
                sha256=digest,
                encoding=shape.encoding,
                delimiter=shape.delimiter,
                columns={str(place): name for place, name in (named or {}).items()},
                has_header=has_heading(rows),
                source=source.strip()[:80],
                channel=channel,
                canvassed_on=canvassed_on,
                meanings=_said_before(council_id, source.strip()[:80]),
                state=State.UPLOADED if named else State.NEEDS_MAPPING,
                uploaded_by=by,
                uploaded_at=clock.now(),
            )
            note(by, "upload_past_canvass", made)
        path.replace(work_folder.upload_of(folder_key(made.pk)))
    finally:
        path.unlink(missing_ok=True)
    return made


def name_past_columns(
    *, by: Member | None, past_id: int, columns: Mapping[str, str]
) -> PastCanvass:
    """Say what each column holds (position → field, or empty); the worker then checks the file."""
    found = managed(by, past_id)
    if found.state != State.NEEDS_MAPPING:
        raise Refused(_("The columns of this file are named already."))
    held = [name for name in columns.values() if name]
    if any(name not in FIELDS for name in held):
        raise Refused(_("Choose what each column holds from the list."))
    if len(set(held)) < len(held):
        raise Refused(_("Two columns cannot hold the same: choose another for one of them."))
    if not WHO & set(held):
        raise Refused(_("Say which column holds the elector number, the surname or the name."))
    if not WHAT & set(held):
        raise Refused(_("Say which column holds the voting intention, or what came of it."))
    with transaction.atomic():
        put(found, columns=dict(columns), state=State.UPLOADED)
        note(by, "name_past_columns", found)
    return found


def say_meanings(*, by: Member | None, past_id: int, meanings: Mapping[str, str]) -> PastCanvass:
    """Say what words of the file mean, by their keys; it is then checked anew.

    See ``queries.past.meanings_to_say`` and ``what_it_can_mean``.
    """
    found = managed(by, past_id)
    if found.state != State.CHECKED:
        raise Refused(_("Wait until the file is checked, then say what its words mean."))
    offered = {value for value, _label in what_it_can_mean()}
    if not offered.issuperset(meanings.values()):
        raise Refused(_("Choose what each word means from the list."))
    with transaction.atomic():
        put(found, meanings={**found.meanings, **meanings}, state=State.UPLOADED)
        note(by, "say_meanings", found)
    return found


def import_past_canvass(
    *,
    by: Member | None,
    file: BinaryIO,
    file_name: str,
    council_id: int,
    source: str,
    canvassed_on: date,
    channel: str = Channel.DOOR,
) -> PastCanvass:
    """Upload, check and record a file whose columns are known, here and now (demo, tests)."""
    made = upload_past_canvass(
        by=by,
        file=file,
        file_name=file_name,
        council_id=council_id,
        source=source,
        canvassed_on=canvassed_on,
        channel=channel,
    )
    if made.state == State.NEEDS_MAPPING:
        raise Refused(
            _("The columns of this file are not known: upload it on the web to name them.")
        )
    for step in (check_past_canvass, apply_past_canvass):
        made = step(past_id=made.pk)
        if made.state == State.FAILED:
            raise Refused(made.trouble)
    return made


def _said_before(council_id: int, source: str) -> dict[str, str]:
    """What words meant in the last file from there."""
    before = PastCanvass.objects.filter(council=council_id, source=source).order_by("-pk").first()
    return dict(before.meanings) if before else {}
