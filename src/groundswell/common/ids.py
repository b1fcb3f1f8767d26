"""Identifiers that sort by the time they were made."""

import secrets
import time
from uuid import UUID

_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62


def uuid7() -> UUID:
    """A UUID of version 7: 48 bits of milliseconds, then random bits (RFC 9562, section 5.7)."""
    milliseconds = time.time_ns() // 1_000_000
    return UUID(
        int=(milliseconds & (2**48 - 1)) << 80
        | _VERSION_7
        | secrets.randbits(12) << 64
        | _VARIANT
        | secrets.randbits(62)
    )
