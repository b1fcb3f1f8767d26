"""A script as the app takes it along: all of it, with {name} and {area} left to be filled in."""

from typing import Any

from django.conf import settings

from groundswell.contact.models import ScriptVersion
from groundswell.contact.queries import crib_html, questions_of, warning_on_notes
from groundswell.contact.rules.script import Question, fill
from groundswell.members.models import Member


def script_told(member: Member, version: ScriptVersion) -> dict[str, Any]:
    """As ``ScriptTold`` of the API."""
    words = {"caller": member.name, "organisation": settings.ENVIRONMENT.organisation_name}
    return {
        "version": version.pk,
        "introduction": fill(version.introduction, words),
        "closing": fill(version.closing, words),
        "caller_notes": version.caller_notes,
        "crib_html": str(crib_html(version.crib_sheet)),
        "questions": [_question(question, words) for question in questions_of(version.pk)],
    }


def _question(question: Question, words: dict[str, str]) -> dict[str, Any]:
    return {
        "key": question.key,
        "kind": question.kind,
        "text": fill(question.text, words),
        "note": question.note,
        "warning": warning_on_notes() if question.kind == "text" else "",
        "answers": [
            {"value": answer.value, "label": answer.label, "meaning": answer.meaning}
            for answer in question.answers
        ],
        "ask_if": [
            {"question": on.question, "among": list(on.among)}
            for on in question.ask_if
            if on.question
        ],
    }
