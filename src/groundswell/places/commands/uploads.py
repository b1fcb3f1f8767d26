"""Files of places from the web: stored, checked, and applied when somebody says so."""

import hashlib
import logging
from datetime import date
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.places.commands.asking import asker
from groundswell.places.commands.boundaries import load_boundaries
from groundswell.places.commands.postcodes import load_postcodes
from groundswell.places.commands.seats import load_seats
from groundswell.places.models import AreaUpload
from groundswell.places.queries.checking import check_summary
from groundswell.places.reading import NotReadable, content_of

_log = logging.getLogger(__name__)
_SOON_DONE = 4 * 1024 * 1024  # bytes that are checked and applied while the browser waits
State = AreaUpload.State


def upload_places(
    *,
    by: AbstractBaseUser | None,
    file: BinaryIO,
    name: str,
    area_kind: str = "",
    valid_from: date | None = None,
    replaces: bool = False,
) -> AreaUpload:
    """Store the file and check it: now if it is small, else the worker does.

    Refuses a file that holds neither postcodes nor boundaries nor wards with their seats.
    """
    if replaces and not valid_from:
        raise Refused(_("Say from which day the new boundaries hold: the old ones end then."))
    path, sha256 = _stored(file, name)
    try:
        kind = content_of(path).value
    except NotReadable as trouble:
        path.unlink()
        raise Refused(
            _(
                "“%(name)s” holds neither postcodes (Code-Point Open, ONSPD), nor boundaries "
                "(GeoJSON), nor a lookup of wards to constituencies. Choose another file."
            )
            % {"name": name}
        ) from trouble
    with transaction.atomic():
        upload = AreaUpload.objects.create(
            kind=kind,
            name=name[:200],
            stored_as=str(path),
            sha256=sha256,
            area_kind=area_kind,
            valid_from=valid_from,
            replaces=replaces,
            uploaded_at=clock.now(),
            uploaded_by=asker(by),
        )
        write_audit_line(
            by=asker(by),
            action="places.upload",
            subject=f"areaupload:{upload.pk}",
            details={"sha256": sha256, "kind": kind},
        )
    if path.stat().st_size <= _SOON_DONE:
        check_upload(upload=upload)
    return upload


def check_upload(*, upload: AreaUpload) -> None:
    """Read the whole file and note what it would change; nothing is changed."""
    try:
        upload.summary = check_summary(upload)
        upload.rows = upload.summary["rows"]
        upload.state = State.CHECKED
    except NotReadable as trouble:
        _note_failure(upload, trouble)
    upload.save(update_fields=["summary", "rows", "state", "trouble"])


@transaction.atomic
def ask_to_apply(*, by: AbstractBaseUser | None, upload_id: int) -> AreaUpload:
    """Have a checked file applied: now if it is small, else by the worker. Safe to repeat."""
    upload = AreaUpload.objects.select_for_update().filter(pk=upload_id).first()
    if upload is None:
        raise NotFound
    if upload.state in {State.APPLYING, State.APPLIED}:
        return upload
    if upload.state != State.CHECKED:
        raise Refused(_("This file is not checked yet: wait until the check has ended."))
    upload.state = State.APPLYING
    upload.save(update_fields=["state"])
    write_audit_line(by=asker(by), action="places.apply_upload", subject=f"areaupload:{upload.pk}")
    if Path(upload.stored_as).stat().st_size <= _SOON_DONE:
        apply_upload(by=by, upload=upload)
    return upload


def apply_upload(*, by: AbstractBaseUser | None, upload: AreaUpload) -> None:
    """Load what the file holds, in one transaction; a file that cannot be read changes nothing."""
    try:
        with transaction.atomic():
            _load(by, upload)
            upload.state, upload.applied_at = State.APPLIED, clock.now()
    except NotReadable as trouble:
        _note_failure(upload, trouble)
    upload.save(update_fields=["state", "applied_at", "trouble"])


def uploads_wait() -> bool:
    """Whether a file of places is to be checked or applied."""
    return AreaUpload.objects.filter(state__in=[State.UPLOADED, State.APPLYING]).exists()


def move_uploads_on() -> None:
    """For the worker: check what is uploaded, apply what is to be applied."""
    for upload in AreaUpload.objects.filter(state=State.UPLOADED).order_by("pk"):
        check_upload(upload=upload)
    for upload in AreaUpload.objects.filter(state=State.APPLYING).order_by("pk"):
        apply_upload(by=None, upload=upload)


def _load(by: AbstractBaseUser | None, upload: AreaUpload) -> None:
    path = Path(upload.stored_as)
    match upload.kind:
        case AreaUpload.Kind.POSTCODES:
            load_postcodes(by=by, path=path, source=upload.name)
        case AreaUpload.Kind.SEATS:
            load_seats(by=by, path=path)
        case _:
            load_boundaries(
                by=by,
                path=path,
                kind=upload.area_kind,
                valid_from=upload.valid_from,
                replaces=upload.replaces,
            )


def _note_failure(upload: AreaUpload, trouble: NotReadable) -> None:
    _log.warning("Places upload %s cannot be read: %s", upload.pk, trouble)
    upload.state = State.FAILED
    upload.trouble = _("The file is damaged or incomplete. Download it again and upload it anew.")


def _stored(file: BinaryIO, name: str) -> tuple[Path, str]:
    """Copy the upload into our folder under its hash; where it is, and the hash."""
    folder = Path(settings.MEDIA_ROOT) / "places"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    waiting = folder / f"arriving-{clock.now().timestamp():.6f}"
    digest = hashlib.sha256()
    with waiting.open("wb") as kept:
        while block := file.read(1024 * 1024):
            digest.update(block)
            kept.write(block)
    ending = ".gz" if name.lower().endswith(".gz") else ""
    path = folder / f"{digest.hexdigest()}{ending}"
    waiting.replace(path)
    return path, digest.hexdigest()
