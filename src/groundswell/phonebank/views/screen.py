"""Everything on the caller's page."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.models import Outcome, ScriptVersion
from groundswell.contact.queries import crib_html, questions_of, warning_on_notes
from groundswell.contact.rules.script import Question, fill
from groundswell.contact.wording import languages, tellings
from groundswell.members.models import Member
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import hours_of
from groundswell.phonebank.forms.calling import as_hidden
from groundswell.phonebank.rules import CallBack, call_backs, question_now
from groundswell.phonebank.wording import call_back_label


def screen_of(
    member: Member, effort: Effort, shown: dict[str, Any], given: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    """The context of call.html: the person, the script, the answers so far."""
    questions = questions_of(effort.script_version_id)
    now = question_now(questions, given, shown["person"]["not_asked"])
    always = {"caller": member.name, "organisation": settings.ENVIRONMENT.organisation_name}
    told = {"name": shown["person"]["name"], "area": shown["person"]["area"]}
    return {
        "effort": effort,
        "shown": shown,
        "script": _script(effort.script_version, always, told),
        "questions": _questions(effort.script_version, questions, now, always, told),
        "now": now.key if now else None,
        "talking": bool(given),
        "given": as_hidden(given),
        "id": uuid7(),
        "shown_at": time.time(),
        "outcomes": _outcomes(
            get_language(), tuple(call_backs(hours_of(effort), clock.local_now()))
        ),
        "beside": _beside(get_language()),
        "page": _for_script(member, effort, shown, questions),
    }


@lru_cache(maxsize=100)
def _outcomes(_language: str | None, moments: tuple[CallBack, ...]) -> SafeString:
    """The buttons for what came of a call: the same on every page of the same five minutes."""
    shown = {
        "call_backs": [
            {"at": one.at.isoformat(), "label": call_back_label(one)} for one in moments
        ],
        "languages": languages(),
    }
    return render_to_string("phonebank/parts/outcomes.html", shown)


@lru_cache(maxsize=10)
def _beside(_language: str | None) -> SafeString:
    """What they may have told beside it: the same on every page."""
    shown = {"tellings": tellings(), "warning": warning_on_notes()}
    return render_to_string("phonebank/parts/beside.html", shown)


def _for_script(
    member: Member, effort: Effort, shown: dict[str, Any], questions: Sequence[Question]
) -> dict[str, Any]:
    """What the page's own script goes by."""
    code = effort.join_code
    return {
        "code": code,
        "member": member.pk,
        "shown": shown | {"batch": str(shown["batch"])},
        "questions": [
            {"key": question.key, "ask_if": _on_answers(question)} for question in questions
        ],
        "urls": _addresses(code, get_script_prefix()),
        "words": _words(get_language()),
    }


@lru_cache(maxsize=100)
def _addresses(code: str, _prefix: str) -> Mapping[str, str]:
    return {
        "results": reverse("api-1:results", args=[code]),
        "undo": reverse("api-1:undo", args=[code]),
        "call": reverse("phonebank:call", args=[code]),
        "done": reverse("phonebank:done", args=[code]),
    }


@lru_cache(maxsize=10)
def _words(_language: str | None) -> Mapping[str, Any]:
    return {
        "sent": _("All sent"),
        "one_saved": _("1 saved on this device"),
        "some_saved": _("%s saved on this device"),
        "offline": _(
            "No connection. Your result is saved on this device and goes by itself; then the next "
            "person comes."
        ),
        "signed_out": _("Your session is over. Your result is saved on this device."),
        "progress": _("%s of %s"),
        "aged": _("aged %s"),
        "outcomes": {value: str(label) for value, label in Outcome.choices},
    }


def _on_answers(question: Question) -> list[dict[str, Any]]:
    return [
        {"question": one.question, "among": list(one.among)}
        for one in question.ask_if
        if one.question
    ]


@dataclass(frozen=True)
class Wording:
    """Words to read out: as they are for this person, and as the page fills them for the next."""

    now: str
    pattern: str


def _wording(text: str, always: Mapping[str, str], told: Mapping[str, str]) -> Wording:
    pattern = fill(text, always)
    return Wording(fill(pattern, told), pattern if "{" in pattern else "")


def _script(
    version: ScriptVersion, always: Mapping[str, str], told: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "introduction": _wording(version.introduction, always, told),
        "caller_notes": version.caller_notes,
        "crib_html": crib_html(version.crib_sheet),
    }


def _questions(
    version: ScriptVersion,
    questions: Sequence[Question],
    now: Question | None,
    always: Mapping[str, str],
    told: Mapping[str, str],
) -> SafeString:
    """The questions to ask; drawn once for everybody where their words name nobody."""
    asked = Asked(
        tuple(questions),
        tuple(fill(question.text, always) for question in questions),
        fill(version.closing, always),
        now.key if now else None,
    )
    if any("{" in text for text in (*asked.texts, asked.closing)):
        return _drawn(asked, told)
    return _drawn_for_all(asked, get_language())


@dataclass(frozen=True)
class Asked:
    """Questions with their words, all but the person's own filled in; ``now`` is the one shown."""

    questions: tuple[Question, ...]
    texts: tuple[str, ...]
    closing: str
    now: str | None


@lru_cache(maxsize=200)
def _drawn_for_all(asked: Asked, _language: str | None) -> SafeString:
    return _drawn(asked, {})


def _drawn(asked: Asked, told: Mapping[str, str]) -> SafeString:
    shown = {
        "questions": [
            {
                "key": question.key,
                "kind": question.kind,
                "text": _wording(text, {}, told),
                "note": question.note,
                "warning": warning_on_notes(),
                "answers": question.answers,
            }
            for question, text in zip(asked.questions, asked.texts, strict=True)
        ],
        "closing": _wording(asked.closing, {}, told),
        "now": asked.now,
    }
    return render_to_string("phonebank/parts/questions.html", shown)
