"""The database an installation runs on, from its address."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

SQLITE_START = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;"


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite set for several processes writing at once: WAL, IMMEDIATE, 20 s of patience."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": SQLITE_START,
        },
        "TEST": {"NAME": None},
    }


def postgresql(address: str) -> dict[str, Any]:
    """PostgreSQL from ``postgresql://user:password@host:port/name``."""
    parts = urlsplit(address)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ValueError(
            f"GROUNDSWELL_DATABASE_URL begins with {parts.scheme!r}: it must be postgresql://…"
        )
    return {
        "ENGINE": "groundswell.common.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


def from_address(address: str, home: Path) -> dict[str, Any]:
    """The database settings for this address; SQLite in the home folder when it is empty."""
    return postgresql(address) if address else sqlite(home / "groundswell.sqlite3")
