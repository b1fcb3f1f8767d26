"""The secret key of an installation that was given none."""

import os
import secrets
from pathlib import Path


def kept_secret(home: Path) -> str:
    """The key kept in the home folder, made at the first start, readable by its owner only."""
    path = home / "secret-key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    key = secrets.token_urlsafe(50)
    with os.fdopen(handle, "w") as file:
        file.write(key)
    return key
