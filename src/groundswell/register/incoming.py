"""A file that somebody uploads: kept on our own disk, and looked at."""

import hashlib
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from django.conf import settings
from django.utils.translation import gettext as _

from groundswell.common.errors import Refused
from groundswell.register import wording
from groundswell.register.reading import FileShape, UnreadableFile, look_at, sample_rows

_BLOCK = 1 << 20


def keep_file(file: BinaryIO) -> tuple[Path, str]:
    """The file on our own disk, readable by this system's user only, and its SHA-256."""
    folder = settings.HOME / "imports"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    digest = hashlib.sha256()
    with NamedTemporaryFile(dir=folder, prefix="incoming-", delete=False) as kept:
        while block := file.read(_BLOCK):
            digest.update(block)
            kept.write(block)
    return Path(kept.name), digest.hexdigest()


def shape_and_rows(path: Path) -> tuple[FileShape, list[list[str]]]:
    """What kind of file it is and its first rows, cleaned; refuses what is no table with rows."""
    try:
        shape = look_at(path)
        rows = sample_rows(path, shape)
    except UnreadableFile as unreadable:
        raise Refused(wording.unreadable(unreadable.why)) from None
    if not rows:
        raise Refused(_("The file has no rows."))
    return shape, rows
