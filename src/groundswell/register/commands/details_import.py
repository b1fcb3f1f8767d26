"""A file of contact details: uploaded, its columns named, checked, applied, cancelled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.privacy.models import Channel
from groundswell.register import work_folder
from groundswell.register.commands.supplies import must_manage
from groundswell.register.details import columns as details_columns
from groundswell.register.details.folders import key_of
from groundswell.register.incoming import keep_file, shape_and_rows
from groundswell.register.layouts import has_heading
from groundswell.register.models import DetailsImport, SavedMapping
from groundswell.register.queries.details_importing import details_import_for, sample_of_details
from groundswell.register.work_folder import BeingWorkedOn, worked_on

State = DetailsImport.State


@dataclass(frozen=True)
class ConsentOfAll:
    """What everybody in a file agreed to, where the file has no columns that say it."""

    channels: Sequence[str] = ()
    wording: str = ""
    given_on: date | None = None
    how: str = ""


def upload_details(
    *,
    by: Member | None,
    file: BinaryIO,
    file_name: str,
    council_id: int,
    obtained_on: date,
    source: str = "",
    consent: ConsentOfAll | None = None,
) -> DetailsImport:
    """Keep the file; the worker checks it, or its columns wait for names.

    ``source``, ``obtained_on`` and ``consent`` hold for rows that say nothing of these.
    """
    must_manage(by, council_id)
    consent = consent or ConsentOfAll()
    _refuse_half_consent(consent)
    if obtained_on > clock.today():
        raise Refused(_("The day on which the details were collected cannot lie in the future."))
    path, digest = keep_file(file)
    try:
        shape, rows = shape_and_rows(path)
        named = details_columns.recognise(rows) or _named_before(rows)
        with transaction.atomic():
            made = DetailsImport.objects.create(
                council_id=council_id,
                file_name=Path(file_name).name[:200],
                sha256=digest,
                encoding=shape.encoding,
                delimiter=shape.delimiter,
                columns={str(place): name for place, name in (named or {}).items()},
                has_header=has_heading(rows),
                source=source.strip()[:200],
                obtained_on=obtained_on,
                consent_channels=list(consent.channels),
                consent_wording=consent.wording.strip(),
                consent_on=consent.given_on,
                consent_how=consent.how.strip()[:200],
                state=State.UPLOADED if named else State.NEEDS_MAPPING,
                uploaded_by=by,
                uploaded_at=clock.now(),
            )
            _tell(by, "upload_details", made)
        path.replace(work_folder.upload_of(key_of(made.pk)))
    finally:
        path.unlink(missing_ok=True)
    return made


def name_details_columns(
    *, by: Member | None, import_id: int, columns: dict[str, str], save_as: str = ""
) -> DetailsImport:
    """Say what each column holds (position → field, or empty); the worker then checks the file."""
    found = details_import_for(by, import_id)
    must_manage(by, found.council_id)
    if found.state != State.NEEDS_MAPPING:
        raise Refused(_("The columns of this file are named already."))
    held = [name for name in columns.values() if name]
    _refuse_senseless(held)
    rows = sample_of_details(found)
    with transaction.atomic():
        if save_as.strip() and found.has_header:
            SavedMapping.objects.update_or_create(
                signature=details_columns.signature(rows[0]),
                defaults={
                    "name": save_as.strip()[:120],
                    "mapping": columns,
                    "saved_by": by,
                    "saved_at": clock.now(),
                },
            )
        found.columns, found.state = columns, State.UPLOADED
        found.save(update_fields=["columns", "state"])
        _tell(by, "name_details_columns", found)
    return found


def ask_to_apply_details(*, by: Member | None, import_id: int) -> DetailsImport:
    """Let the worker write what the check found; asking twice asks once."""
    found = details_import_for(by, import_id)
    must_manage(by, found.council_id)
    if found.state in {State.APPLYING, State.APPLIED}:
        return found
    if found.state != State.CHECKED:
        raise Refused(_("This file is not checked yet: wait for the check, then apply it."))
    with transaction.atomic():
        found.state = State.APPLYING
        found.save(update_fields=["state"])
        _tell(by, "ask_to_apply_details", found)
    return found


def cancel_details(*, by: Member | None, import_id: int) -> DetailsImport:
    """Stop the import; nothing of it is written."""
    found = details_import_for(by, import_id)
    must_manage(by, found.council_id)
    if found.state in {State.CANCELLED, State.FAILED}:
        return found
    if found.state == State.APPLIED:
        raise Refused(_("These details are applied already: retire what is wrong on its elector."))
    key = key_of(found.pk)
    work_folder.ask_to_cancel(key)
    try:
        with worked_on(key), transaction.atomic():
            found.state = State.CANCELLED
            found.save(update_fields=["state"])
            _tell(by, "cancel_details", found)
    except BeingWorkedOn:
        return found
    work_folder.remove_folder(key)
    return found


def _named_before(rows: list[list[str]]) -> dict[int, str] | None:
    saved = SavedMapping.objects.filter(signature=details_columns.signature(rows[0])).first()
    return {int(place): name for place, name in saved.mapping.items()} if saved else None


def _refuse_senseless(held: list[str]) -> None:
    if any(name not in details_columns.FIELDS for name in held):
        raise Refused(_("Choose what each column holds from the list."))
    if len(set(held)) < len(held):
        raise Refused(_("Two columns cannot hold the same: choose another for one of them."))
    if not details_columns.WHO & set(held):
        raise Refused(_("Say which column holds the elector number, the surname or the name."))
    if not details_columns.WHAT & set(held):
        raise Refused(_("Say which column holds a telephone number, an e-mail address or a tag."))


def _refuse_half_consent(consent: ConsentOfAll) -> None:
    if any(channel not in Channel.values for channel in consent.channels):
        raise Refused(_("There is no such channel: choose one from the list."))
    whole = consent.wording.strip() and consent.how.strip() and consent.given_on
    if consent.channels and not whole:
        raise Refused(
            _("A consent needs the words agreed to, the day, and how it was given: fill in all.")
        )
    if consent.given_on and consent.given_on > clock.today():
        raise Refused(_("A consent cannot be given in the future: check the date."))


def _tell(by: Member | None, action: str, found: DetailsImport) -> None:
    write_audit_line(
        by=by.pk if by else None,
        action=f"register.{action}",
        subject=f"details:{found.pk}",
        details={"sha256": found.sha256},
    )
