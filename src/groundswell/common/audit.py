"""The audit trail: every command writes one line, and each line vouches for the one before it."""

import hashlib
import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from groundswell.common import clock, statements
from groundswell.common.models import AuditLine
from groundswell.common.sql import on_postgresql

_BEGINNING = "0" * 64
_LAST = """
SELECT sequence, hash FROM common_auditline WHERE stream = %s ORDER BY sequence DESC LIMIT 1
"""
_APPEND = """
INSERT INTO common_auditline (stream, sequence, at, action, subject, details, hash)
VALUES (%s, %s, %s, %s, %s, %s, %s)
"""


def write_audit_line(
    *, by: int | None, action: str, subject: str = "", details: dict[str, Any] | None = None
) -> None:
    """Append a line to the trail of the member ``by`` (None: the system), in this transaction.

    ``action`` is a dotted verb ("register.apply_import"), ``subject`` names the row ("effort:12"),
    ``details`` holds plain JSON without personal data beyond ids.
    """
    stream = by or 0
    with transaction.atomic(savepoint=False):  # a command without its line is no command
        _wait_for_turn(stream)
        last = statements.rows(_LAST, [stream])
        sequence, previous = (last[0][0] + 1, last[0][1]) if last else (1, _BEGINNING)
        at, told = clock.now(), details or {}
        line = line_hash(previous, stream, sequence, at, action, subject, told)
        words = json.dumps(told)
        statements.change(_APPEND, [stream, sequence, at, action, subject, words, line])


def line_hash(
    previous: str,
    stream: int,
    sequence: int,
    at: datetime,
    action: str,
    subject: str,
    details: dict[str, Any],
) -> str:
    """SHA-256 over the previous line's hash and this line's own words."""
    words = [previous, stream, sequence, at.isoformat(), action, subject, details]
    return hashlib.sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()


def lines_of(action: str, subjects: Collection[str]) -> QuerySet[AuditLine]:
    """The lines of this action on these subjects, the newest first; asks nobody who they are."""
    found = AuditLine.objects.filter(action=action, subject__in=subjects)
    return found.order_by("-at", "-pk")


def first_broken_line(stream: int) -> int | None:
    """The sequence number of the first line that does not follow from the one before, or None."""
    previous, expected = _BEGINNING, 1
    for line in AuditLine.objects.filter(stream=stream).order_by("sequence").iterator():
        told = line_hash(
            previous, stream, line.sequence, line.at, line.action, line.subject, line.details
        )
        if line.sequence != expected or line.hash != told:
            return line.sequence
        previous, expected = line.hash, expected + 1
    return None


def _wait_for_turn(stream: int) -> None:
    """Let one transaction at a time write to a stream; SQLite has one writer anyway."""
    if on_postgresql():
        statements.rows("SELECT pg_advisory_xact_lock(7412, %s::int)", [stream % 2**31])
