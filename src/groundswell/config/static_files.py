"""Static files: collected and compressed at the start, but only when any has changed."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect_what_changed() -> None:
    """Collect again where a source differs from what the last collection saw."""
    note: Path = settings.HOME / "static-collected-from"
    now = _sources()
    if note.exists() and note.read_text() == now:
        return
    call_command("collectstatic", verbosity=0, interactive=False)
    note.write_text(now)


def _sources() -> str:
    """Every source with its size and time, and how it is kept, in a digest."""
    seen = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            source = Path(storage.path(name)).stat()
            seen.update(f"{name} {source.st_size} {source.st_mtime_ns}\n".encode())
    return seen.hexdigest()
