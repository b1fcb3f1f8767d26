"""The photograph on one's page: made anew, so that nothing of the telephone or the place stays."""

import hashlib
import io
from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.profiles import queries
from groundswell.profiles.commands.page import page_to_write
from groundswell.profiles.models import Photo

MOST_BYTES = 10 * 2**20
MOST_PIXELS = 60_000_000
SIDE = 640


def put_photo(*, by: Member, file: IO[bytes] | None) -> Photo:
    """Put a photograph on one's page in place of the one before; the middle square of it is kept.

    JPEG, PNG or WebP up to 10 MB; turned upright, at most 640 pixels a side, without EXIF.
    """
    if file is None:
        raise Refused(_("Choose a photograph first."))
    content, side = _made_anew(file)
    digest = hashlib.sha256(content).hexdigest()
    page = page_to_write(by)
    with transaction.atomic():
        photo, _new = Photo.objects.update_or_create(
            page=page,
            defaults={
                "picture": content,
                "sha256": digest,
                "side": side,
                "added_at": clock.now(),
            },
        )
        write_audit_line(
            by=by.pk,
            action="profiles.put_photo",
            subject=f"page:{page.pk}",
            details={"sha256": digest},
        )
    return photo


def remove_photo(*, by: Member) -> None:
    """Take the photograph off one's page; a repeat does nothing."""
    page = queries.own_page(by)
    with transaction.atomic():
        if page is not None and Photo.objects.filter(page=page).delete()[0]:
            write_audit_line(by=by.pk, action="profiles.remove_photo", subject=f"page:{page.pk}")


def _made_anew(file: IO[bytes]) -> tuple[bytes, int]:
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Refused(_("That file is larger than 10 MB: take the photograph a size smaller."))
    try:
        opened = Image.open(io.BytesIO(content), formats=["JPEG", "PNG", "WEBP"])
        if opened.width * opened.height > MOST_PIXELS:
            raise Refused(_("That picture is larger than any camera’s: take it a size smaller."))
        upright = ImageOps.exif_transpose(opened).convert("RGB")
        side = min(SIDE, *upright.size)
        square = ImageOps.fit(upright, (side, side))
    except (OSError, ValueError, Image.DecompressionBombError):
        raise Refused(
            _("That is no photograph that we can read: send a JPEG, PNG or WebP.")
        ) from None
    # Only pixels are written: no EXIF, no profile, no thumbnail.
    clean = Image.frombytes("RGB", square.size, square.tobytes())
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue(), side
