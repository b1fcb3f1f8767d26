"""Scripts and their versions, and reading what was answered by them."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from groundswell.common.errors import Refused
from groundswell.contact.models import ScriptVersion
from groundswell.contact.rules.results import AnswerGiven
from groundswell.contact.rules.script import NotOfferedError, Question, read_answers, read_questions


def questions_of(script_version_id: int) -> tuple[Question, ...]:
    """The questions of a version; none where there is no such version."""
    kept = ScriptVersion.objects.filter(pk=script_version_id).values_list("questions", flat=True)
    return read_questions(kept.first() or [])


def read_answers_for(
    script_version_id: int, given: Mapping[str, Sequence[str]]
) -> tuple[AnswerGiven, ...]:
    """The answers sent by a device, with the meanings that the version of the script gives them.

    ``given`` maps keys of questions to the values picked or the one text typed. Refuses what the
    version does not ask or offer.
    """
    try:
        return read_answers(questions_of(script_version_id), given)
    except NotOfferedError:
        raise Refused(
            _("The script has another version by now: load the page again to go on.")
        ) from None
