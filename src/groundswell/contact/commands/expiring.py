"""Deleting what people said in their own words, when it has been kept long enough."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.contact.commands.rebuilding import constituencies_with_records
from groundswell.contact.models import Answer, Attempt, ScriptVersion
from groundswell.contact.rules.script import read_questions


def expire_words() -> int:
    """Empty free-text answers and reasons of corrections past ``GROUNDSWELL_WORDS_DAYS``.

    Run by the worker; safe to repeat; returns how many rows it emptied. That a question was
    answered stays, so that totals and what we know of anybody stay as they are. Answers picked from
    a list are no free text and are kept as long as the register is.
    """
    before = clock.now() - timedelta(days=settings.ENVIRONMENT.words_days)
    return sum(_expire(one, before) for one in constituencies_with_records())


def _expire(constituency_id: int, before: datetime) -> int:
    written = Attempt.objects.filter(constituency=constituency_id, recorded_at__lt=before)
    long_ago = written.filter(id_on_device=OuterRef("attempt_id_on_device"))
    emptied = 0
    with transaction.atomic():
        for version_id, keys in _versions_with_free_text().items():
            answers = Answer.objects.filter(
                constituency=constituency_id, script_version_id=version_id, question__in=keys
            )
            emptied += answers.exclude(value="").filter(Exists(long_ago)).update(value="")
        emptied += written.exclude(reason="").update(reason="")
        if emptied:
            write_audit_line(
                by=None,
                action="contact.expire_words",
                subject=f"constituency:{constituency_id}",
                details={"rows": emptied, "older_than": before.date().isoformat()},
            )
    return emptied


def _versions_with_free_text() -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for pk, questions in ScriptVersion.objects.values_list("pk", "questions"):
        keys = [one.key for one in read_questions(questions) if one.kind == "text"]
        if keys:
            found[pk] = keys
    return found
