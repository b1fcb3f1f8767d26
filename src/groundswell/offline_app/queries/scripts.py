"""A script as the app takes it along: all of it, with {name} and {area} left to be filled in."""

from typing import Any

from django.conf import settings

from groundswell.contact.models import ScriptVersion
from groundswell.contact.queries import crib_html, question_told, questions_of
from groundswell.contact.rules.script import fill
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
        "questions": [question_told(question, words) for question in questions_of(version.pk)],
    }
