"""A group's files, kept outside everything that is served by itself."""

import hashlib
import io
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.common.ids import uuid7
from groundswell.groups.commands.asking import locked, must_be_in, write_line
from groundswell.groups.models import Group, GroupFile
from groundswell.groups.queries import is_admin
from groundswell.groups.rules.files import (
    LARGEST,
    LARGEST_TOGETHER,
    content_type_of,
    tidy_name,
)
from groundswell.members.models import Member
from groundswell.moderation.queries import may_post

_MOST_PIXELS = 40_000_000
_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}


@transaction.atomic
def add_file(*, by: Member, group: Group, name: str, content: bytes) -> GroupFile:
    """Keep a file for the group; the same file again is the same. Pictures lose where they were.

    Refuses what is too large, and every kind that could run something: see ``rules.files``.
    """
    must_be_in(by, group)
    may_post(by)
    if len(content) > LARGEST:
        raise Refused(_("The file is too large: ten megabytes at most."))
    shown = tidy_name(name)
    kind = content_type_of(shown, content)
    if kind is None or not content:
        raise Refused(
            _(
                "This kind of file is not taken. Documents, tables, pictures (JPEG, PNG, WebP), "
                "PDF and plain text are; no macros, and no SVG."
            )
        )
    kept = _without_traces(kind, content)
    digest = hashlib.sha256(kept).hexdigest()
    group = locked(group)
    if there := GroupFile.objects.filter(group=group, sha256=digest).first():
        return there
    used = GroupFile.objects.filter(group=group).aggregate(used=Sum("size", default=0))["used"]
    if used + len(kept) > LARGEST_TOGETHER:
        raise Refused(_("The group’s shelf is full: remove what is no longer needed."))
    stored = f"groups/{uuid7()}"
    made = GroupFile.objects.create(
        group=group,
        name=shown,
        content_type=kind,
        size=len(kept),
        sha256=digest,
        stored_as=stored,
        added_by=by,
        added_at=clock.now(),
    )
    path = path_of(made)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.write_bytes(kept)  # a file whose row is rolled back is swept by ``forget_strays``
    write_line(by, "add_file", group, file=made.pk)
    return made


@transaction.atomic
def remove_file(*, by: Member, file: GroupFile) -> None:
    """Remove one's own file, or as an admin any. Safe to repeat."""
    must_be_in(by, file.group)
    if file.added_by_id != by.pk and not is_admin(by, file.group):
        raise Refused(_("Only who added a file, or an admin, can remove it."))
    drop(file)
    write_line(by, "remove_file", file.group, file=file.pk)


def drop(file: GroupFile) -> None:
    """Delete the row, and the file once that is certain."""
    path = path_of(file)
    GroupFile.objects.filter(pk=file.pk).delete()
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


def path_of(file: GroupFile) -> Path:
    """Where the file lies."""
    return Path(settings.MEDIA_ROOT) / file.stored_as


def forget_strays() -> None:
    """Delete files of which no row tells, once they are a day old (the worker's round)."""
    folder = Path(settings.MEDIA_ROOT) / "groups"
    if not folder.exists():
        return
    known = set(GroupFile.objects.values_list("stored_as", flat=True))
    yesterday = clock.now().timestamp() - 86400
    for path in folder.iterdir():
        if f"groups/{path.name}" not in known and path.stat().st_mtime < yesterday:
            path.unlink(missing_ok=True)


def _without_traces(kind: str, content: bytes) -> bytes:
    """A picture drawn anew, so that it no longer says where and by which telephone it was taken."""
    if kind not in _FORMATS:
        return content
    try:
        with Image.open(io.BytesIO(content)) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise Refused(_("The picture is too large: forty million pixels at most."))
            drawn = ImageOps.exif_transpose(opened)
            out = io.BytesIO()
            drawn.save(out, format=_FORMATS[kind], exif=b"", **_quality(kind))
            return out.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise Refused(_("The picture cannot be read: save it anew, and try again.")) from None


def _quality(kind: str) -> dict[str, int]:
    return {"quality": 90} if kind != "image/png" else {}
