"""The key of the suppression hashes: a file of its own in the home folder.

It is made once from the installation's secret (HKDF-SHA256, RFC 5869), so that every server of one
installation makes the same, and kept in a file, so that a new secret does not change it. Whoever
loses it loses the suppression list, so it belongs in every backup. It stands outside the database,
because with both at hand telephone numbers could be tried one after the other.
"""

import hmac
import os
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

FILE = "suppression-key"


def keyed_hash(text: str) -> str:
    """HMAC-SHA256 of the text under the installation's suppression key, in hexadecimal."""
    return _hashed(_key(settings.HOME / FILE), text)


def key_mark() -> str:
    """A mark by which the key is known again, without giving it away."""
    return _mark(_key(settings.HOME / FILE))


@cache
def _mark(key: bytes) -> str:
    return _hashed(key, "mark of the suppression key")


def _hashed(key: bytes, text: str) -> str:
    return hmac.digest(key, text.encode(), "sha256").hex()


@cache
def _key(path: Path) -> bytes:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return bytes.fromhex(path.read_text().strip())
    key = HKDF(
        algorithm=SHA256(), length=32, salt=None, info=b"groundswell suppression list"
    ).derive(settings.SECRET_KEY.encode())
    with os.fdopen(handle, "w") as file:
        file.write(key.hex())
    return key
