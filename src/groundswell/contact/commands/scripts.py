"""Scripts: each save with other words is a new version, and no version ever changes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.contact.models import Script, ScriptVersion
from groundswell.contact.queries.canvass_codes import intention_choices
from groundswell.contact.queries.opinions import opinions_kept
from groundswell.contact.queries.scripts import may_edit
from groundswell.contact.rules.script import Question, Wording, problems_in, write_questions
from groundswell.contact.wording import what_is_wrong
from groundswell.members.models import Member, Role
from groundswell.members.queries import holds_role
from groundswell.places.models import Area


def save_script(
    *,
    by: Member,
    name: str,
    area: Area,
    wording: Wording,
    script_id: int | None = None,
    based_on: int = 0,
) -> ScriptVersion:
    """Save a script for an area; the version that now stands. Safe to repeat.

    The same words make no new version. ``based_on`` is the number of the version that was being
    edited (0: a new script): nobody's newer one is passed over. For organisers of the area. A
    voting intention is asked by the canvass codes in use at the time.
    """
    if not holds_role(by, Role.Kind.ORGANISER, area=area):
        raise Refused(_("Choose an area that you organise."))
    wording = replace(wording, questions=with_codes(wording.questions))
    refuse_unfinished(name, wording)
    with transaction.atomic():
        script = _script(by, script_id, name.strip()[:120], area)
        last = script.versions.select_related("saved_by").order_by("-number").first()
        if last is not None and _as_kept(wording) == _words_of(last):
            return last
        if last is not None and last.number != based_on:
            raise Refused(
                _("%(name)s has saved version %(number)s meanwhile: look at it before you save.")
                % {"name": last.saved_by or _("Somebody"), "number": last.number}
            )
        version = script.versions.create(
            number=based_on + 1, saved_at=clock.now(), saved_by=by, **_as_kept(wording)
        )
        write_audit_line(
            by=by.pk,
            action="contact.save_script",
            subject=f"script:{script.pk}",
            details={"version": version.number},
        )
    return version


def retire_script(*, by: Member, script_id: int) -> Script:
    """Offer a script no longer; efforts that use it go on with it. Safe to repeat."""
    with transaction.atomic():
        script = _editable(by, script_id)
        if script.retired_at is None:
            script.retired_at = clock.now()
            script.save(update_fields=["retired_at"])
            write_audit_line(
                by=by.pk, action="contact.retire_script", subject=f"script:{script.pk}"
            )
    return script


def with_codes(questions: Sequence[Question]) -> tuple[Question, ...]:
    """The questions, with the canvass codes in use as the answers to a voting intention."""
    return tuple(
        replace(one, choices=intention_choices()) if one.kind == "voting_intention" else one
        for one in questions
    )


def refuse_unfinished(name: str, wording: Wording) -> None:
    """Refuse a script that could not be read out, with the first thing to put right."""
    if not name.strip():
        raise Refused(_("Give the script a name."))
    if not wording.introduction.strip():
        raise Refused(_("Write how the caller begins."))
    problems = problems_in(wording.questions, opinions=opinions_kept())
    if problems:
        raise Refused(what_is_wrong(problems[0]))


def _script(by: Member, script_id: int | None, name: str, area: Area) -> Script:
    if script_id is None:
        return Script.objects.create(name=name, area=area, made_by=by, made_at=clock.now())
    script = _editable(by, script_id)
    script.name, script.area, script.retired_at = name, area, None
    script.save(update_fields=["name", "area", "retired_at"])
    return script


def _editable(by: Member, script_id: int) -> Script:
    """The script, its row locked so that two saves make two versions."""
    script = Script.objects.select_for_update().filter(pk=script_id).first()
    if script is None or not may_edit(by, script):
        raise NotFound
    return script


def _as_kept(wording: Wording) -> dict[str, Any]:
    return {
        "introduction": wording.introduction.strip(),
        "closing": wording.closing.strip(),
        "caller_notes": wording.caller_notes.strip(),
        "crib_sheet": wording.crib_sheet.strip(),
        "questions": write_questions(wording.questions),
    }


def _words_of(version: ScriptVersion) -> dict[str, Any]:
    names = ("introduction", "closing", "caller_notes", "crib_sheet", "questions")
    return {name: getattr(version, name) for name in names}
