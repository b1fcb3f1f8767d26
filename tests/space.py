"""Room for files that a test run throws away."""

import os
import shutil
import tempfile
from pathlib import Path

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it, for its owner only
_ENOUGH = 2 * 1024**3


def new_folder(name: str, *, on_disk: bool = False) -> Path:
    """A fresh folder, in memory where there is enough of it; whoever asks removes it."""
    given = os.environ.get("GROUNDSWELL_TEST_SPACE")
    free = shutil.disk_usage(_IN_MEMORY).free if _IN_MEMORY.is_dir() else 0
    roomy = free > _ENOUGH and not on_disk
    place = given or (str(_IN_MEMORY) if roomy else None)
    return Path(tempfile.mkdtemp(prefix=f"groundswell-{name}-", dir=place))
