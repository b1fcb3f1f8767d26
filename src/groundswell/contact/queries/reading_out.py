"""A script as a caller is shown it for one person."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from groundswell.contact.models import ElectorState, ScriptVersion
from groundswell.contact.queries.crib_sheet import crib_html
from groundswell.contact.rules.script import Facts, Question, fill, read_questions
from groundswell.contact.rules.script.asking import UNKNOWN
from groundswell.contact.wording import facts_by_name


@dataclass(frozen=True)
class ScriptToRead:
    """A version's words with names filled in; ``questions`` are plain JSON (see ``_question``)."""

    version_id: int
    introduction: str
    closing: str
    caller_notes: str
    crib_html: SafeString
    questions: list[dict[str, Any]]


def script_to_preview(version: ScriptVersion) -> ScriptToRead:
    """The whole of a version with an example's names; each question says ``when`` it is asked."""
    questions = read_questions(version.questions)
    shown = [
        {**question_told(question, _example()), "when": when_asked(question, questions)}
        for question in questions
    ]
    return replace(script_for_caller(version, Facts(), _example()), questions=shown)


def script_for_caller(
    version: ScriptVersion, facts: Facts, words: Mapping[str, str] | None = None
) -> ScriptToRead:
    """What to read out and ask when these facts are known of the person.

    Questions that the facts rule out are left out; what depends on an answer keeps its conditions,
    for the page to follow. ``words`` fill {name}, {caller}, {area} and {organisation}.
    """
    words = words or {}
    known = asdict(facts)
    return ScriptToRead(
        version_id=version.pk,
        introduction=fill(version.introduction, words),
        closing=fill(version.closing, words),
        caller_notes=version.caller_notes,
        crib_html=crib_html(version.crib_sheet),
        questions=[
            question_told(question, words)
            for question in read_questions(version.questions)
            if all(not on.fact or known[on.fact] in on.among for on in question.ask_if)
        ],
    )


def facts_of(state: ElectorState | None, absent_vote: str = "") -> Facts:
    """What a script may branch on, of an elector's state and ``Elector.absent_vote``."""
    return Facts(
        voting_intention=(state.voting_intention if state else "") or UNKNOWN,
        spoken_before="yes" if state and state.conversations else "no",
        postal_vote="yes" if absent_vote in {"postal", "postal_proxy"} else "no",
    )


def warning_on_notes() -> str:
    """What is said beside every box for a person's own words."""
    return _(
        "Write only what helps the campaign. Nothing about anybody's health, faith, origin or"
        " crime: people may ask to read what you write."
    )


def when_asked(question: Question, questions: Sequence[Question]) -> str:
    """On what a question depends, in words; nothing where it is always asked."""
    by_key = {one.key: one for one in questions}
    facts = facts_by_name()
    parts = []
    for on in question.ask_if:
        if on.fact in facts:
            heading, labels = facts[on.fact]
        else:
            other = by_key.get(on.question)
            heading = other.text if other else _("an earlier question")
            labels = {one.value: one.label for one in other.answers} if other else {}
        among = get_text_list([labels.get(value, value) for value in on.among], _("or"))
        parts.append(_("“%(question)s”: %(answers)s") % {"question": heading, "answers": among})
    return _("Only after %(conditions)s") % {"conditions": "; ".join(parts)} if parts else ""


def _example() -> dict[str, str]:
    return {
        "name": _("Alex Example"),
        "caller": _("Robin"),
        "area": _("the constituency"),
        "organisation": settings.ENVIRONMENT.organisation_name,
    }


def question_told(question: Question, words: Mapping[str, str]) -> dict[str, Any]:
    """One question: {key, kind, text, note, warning, answers, ask_if}.

    ``answers`` are {value, label, meaning}; ``ask_if`` are {question, among: [values]}, of which
    all must hold.
    """
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
