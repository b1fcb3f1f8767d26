"""One number that vouches for many results."""

import hashlib
import json
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from groundswell.contact.models import Answer, Attempt


def digest_of_batch(
    constituency_id: int, batch: UUID, electors: Collection[int], until: datetime
) -> tuple[int, str]:
    """How many results of a batch were recorded up to ``until``, and a SHA-256 over them.

    ``electors`` are all who were ever in it. What was undone is among them, and what undid it; what
    an organiser corrected is not. It can be worked out anew at any time: with a result changed,
    added or taken away since, by an erasure too, it is another.
    """
    attempts = Attempt.objects.filter(
        constituency=constituency_id,
        elector__in=electors,
        batch_id=batch,
        recorded_at__lte=until,
        corrected_by=None,
    ).values_list(
        "id_on_device",
        "voids",
        "elector_id",
        "member_id",
        "outcome",
        "detail",
        "call_back_at",
        "made_at",
        "recorded_at",
    )
    results = {row[0]: [*row] for row in attempts}
    answers = Answer.objects.filter(constituency=constituency_id, elector__in=electors)
    said = answers.values_list("attempt_id_on_device", "question", "value", "meaning")
    words = [
        *results.values(),
        *([str(one), *answer] for one, *answer in said if one in results),
    ]
    told = sorted(json.dumps(row, default=_as_text, ensure_ascii=False) for row in words)
    return len(results), hashlib.sha256("\n".join(told).encode()).hexdigest()


def _as_text(value: UUID | datetime) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
