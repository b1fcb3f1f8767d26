"""Scripts and their versions, and reading what was answered by them."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from groundswell.common import statements
from groundswell.common.errors import NotFound, Refused
from groundswell.contact.models import Script, ScriptVersion
from groundswell.contact.rules.results import AnswerGiven
from groundswell.contact.rules.script import NotOfferedError, Question, read_answers, read_questions
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths, holds_role
from groundswell.members.queries.roles import in_areas

_QUESTIONS = "SELECT questions FROM contact_scriptversion WHERE id = %s"


def scripts_for(member: Member) -> QuerySet[Script]:
    """The scripts an organiser may use: of their areas, and of the areas these lie in; by name."""
    paths = covered_paths(member, Role.Kind.ORGANISER)
    above = {int(step) for path in paths for step in path.strip("/").split("/")}
    mine = in_areas("area", paths) | Q(area__in=above)
    return Script.objects.filter(mine, retired_at=None).select_related("area").order_by("name")


def newest_versions(member: Member) -> QuerySet[ScriptVersion]:
    """The newest version of each script an organiser may use, to choose one for an effort."""
    newest = ScriptVersion.objects.filter(script=OuterRef("script")).order_by("-number")
    return (
        ScriptVersion.objects.filter(script__in=scripts_for(member))
        .filter(pk=Subquery(newest.values("pk")[:1]))
        .select_related("script", "script__area", "saved_by")
        .order_by("script__name", "script_id")
    )


def script_seen_by(member: Member, script_id: int) -> Script:
    """A script the member may use; else NotFound."""
    script = scripts_for(member).filter(pk=script_id).first()
    if script is None:
        raise NotFound
    return script


def versions_of(script: Script) -> QuerySet[ScriptVersion]:
    """All versions of a script, the newest first."""
    return script.versions.select_related("saved_by").order_by(F("number").desc())


def may_edit(member: Member, script: Script) -> bool:
    """Whether the member organises the area the script is for."""
    return holds_role(member, Role.Kind.ORGANISER, area=script.area)


def questions_of(script_version_id: int) -> tuple[Question, ...]:
    """The questions of a version; none where there is no such version."""
    found = statements.rows(_QUESTIONS, [script_version_id])
    return _questions_in(found[0][0]) if found else ()


@lru_cache(maxsize=128)
def _questions_in(kept: str) -> tuple[Question, ...]:
    """The questions in the JSON that a version keeps, which callers ask for again and again."""
    return read_questions(json.loads(kept))


def keys_used(script: Script) -> set[str]:
    """The keys of questions in all versions of a script: none of them is given out again."""
    kept = script.versions.values_list("questions", flat=True)
    return {question["key"] for questions in kept for question in questions}


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
            _("The script does not offer that answer: load the page again to go on.")
        ) from None


@dataclass(frozen=True)
class AnswersRead:
    """Answers as they are kept, and the version of the script that asked for them."""

    script_version_id: int
    answers: tuple[AnswerGiven, ...]


def read_late_answers(script_version_id: int, given: Mapping[str, Sequence[str]]) -> AnswersRead:
    """The same for answers that may come late, asked by an earlier version of the same script.

    A telephone that was away keeps the script it took along. Read by this version where that offers
    them, else by the newest before it that does; refuses where none does.
    """
    if not given:
        return AnswersRead(script_version_id, ())
    try:
        return AnswersRead(script_version_id, read_answers_for(script_version_id, given))
    except Refused:
        for earlier in _versions_before(script_version_id):
            with suppress(NotOfferedError):
                answers = read_answers(read_questions(earlier.questions), given)
                return AnswersRead(earlier.pk, answers)
        raise


def _versions_before(script_version_id: int) -> QuerySet[ScriptVersion]:
    present = ScriptVersion.objects.filter(pk=script_version_id)
    return ScriptVersion.objects.filter(
        script__in=present.values("script"), number__lt=Subquery(present.values("number")[:1])
    ).order_by("-number")
