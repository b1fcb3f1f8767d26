"""Photographs of sheets: made anew, so that nothing of the telephone or the place stays in them."""

import hashlib
import io
from datetime import timedelta
from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.members.models import Member
from groundswell.paper.models import Printing, SheetPhoto
from groundswell.paper.queries.printings import sheet_exists

MOST_BYTES = 15 * 2**20
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 2200
MOST_A_SHEET = 6
KEPT_FOR = timedelta(days=90)


def attach_photo(
    *, by: Member, printing: Printing, sheet: int, file: IO[bytes] | None
) -> SheetPhoto:
    """Keep a photograph of a sheet that ``by`` may see (``printings.printing_seen_by``).

    JPEG, PNG or WebP up to 15 MB; turned upright, at most 2,200 pixels a side, without EXIF. The
    same picture twice is one.
    """
    if not sheet_exists(printing.round.code, sheet, printing.number):
        raise NotFound
    if file is None:
        raise Refused(_("Choose a photograph first."))
    picture = _made_anew(file)
    content = _as_jpeg(picture)
    digest = hashlib.sha256(content).hexdigest()
    there = SheetPhoto.objects.filter(printing=printing, sheet=sheet)
    if (same := there.filter(sha256=digest).first()) is not None:
        return same
    if there.count() >= MOST_A_SHEET:
        raise Refused(_("This sheet has six photographs already: delete one first."))
    with transaction.atomic():
        photo = SheetPhoto.objects.create(
            printing=printing,
            sheet=sheet,
            picture=content,
            sha256=digest,
            width=picture.width,
            height=picture.height,
            added_by=by,
            added_at=clock.now(),
        )
        _log(by, "paper.attach_photo", photo)
    return photo


def delete_photo(*, by: Member, photo: SheetPhoto) -> None:
    """Delete a photograph; a repeat does nothing."""
    with transaction.atomic():
        if SheetPhoto.objects.filter(pk=photo.pk).delete()[0]:
            _log(by, "paper.delete_photo", photo)


def forget_old_photos() -> None:
    """Delete photographs older than 90 days: by then the sheet is keyed (run by the worker)."""
    SheetPhoto.objects.filter(added_at__lt=clock.now() - KEPT_FOR).delete()


def _made_anew(file: IO[bytes]) -> Image.Image:
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Refused(_("That file is larger than 15 MB: take the photograph a size smaller."))
    try:
        opened = Image.open(io.BytesIO(content), formats=["JPEG", "PNG", "WEBP"])
        if opened.width * opened.height > MOST_PIXELS:
            raise Refused(_("That picture is larger than any camera’s: take it a size smaller."))
        upright = ImageOps.exif_transpose(opened)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        return upright.convert("RGB")
    except (OSError, ValueError, Image.DecompressionBombError):
        raise Refused(
            _("That is no photograph that we can read: send a JPEG, PNG or WebP.")
        ) from None


def _as_jpeg(picture: Image.Image) -> bytes:
    """Only pixels are written: no EXIF, no profile, no thumbnail."""
    clean = Image.frombytes("RGB", picture.size, picture.tobytes())
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=72, optimize=True)
    return out.getvalue()


def _log(by: Member, action: str, photo: SheetPhoto) -> None:
    write_audit_line(
        by=by.pk,
        action=action,
        subject=f"printing:{photo.printing_id}",
        details={"sheet": photo.sheet, "sha256": photo.sha256},
    )
