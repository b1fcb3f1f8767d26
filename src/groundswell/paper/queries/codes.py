"""The codes of a canvass on paper: the organisation's letters, and one for each other result."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from groundswell.contact.models import CanvassCode, Outcome
from groundswell.contact.queries import canvass_codes, questions_of
from groundswell.outreach.models import Effort
from groundswell.paper.rules.legend import Code, Mark, legend_of, marks_of


def legend_for(effort: Effort) -> tuple[Code, ...]:
    """The codes for a canvass: answers to its script's voting intention under our letters."""
    return legend_of(_intentions(effort), _outcomes())


def marks_for_sheets() -> tuple[Mark, ...]:
    """What else may be noted: each becomes a task of somebody's."""
    return marks_of(
        {
            "poster": _("poster"),
            "help": _("would help"),
            "postal_vote": _("postal vote"),
            "leaflets": _("leaflet round"),
            "membership": _("membership"),
            "lift": _("lift to the poll"),
            "donate": _("would donate"),
            "issue": _("issue: key the words after it"),
        }
    )


def _intentions(effort: Effort) -> Iterator[Code]:
    question = next(
        (one for one in questions_of(effort.script_version_id) if one.kind == "voting_intention"),
        None,
    )
    if question is None:
        return
    by_pk: dict[int, CanvassCode] = {code.pk: code for code in canvass_codes()}
    by_meaning = {code.meaning: code for code in reversed(list(by_pk.values()))}
    used: set[str] = set()
    for choice in question.choices:
        code = by_pk.get(choice.canvass_code_id or 0) or by_meaning.get(choice.meaning)
        if code is None or code.letter in used:
            continue
        used.add(code.letter)
        yield Code(
            code.letter,
            code.label,
            Outcome.SPOKE,
            question=question.key,
            value=choice.value,
            meaning=choice.meaning,
        )


def _outcomes() -> dict[str, str]:
    return {
        Outcome.NO_ANSWER: _("No answer"),
        Outcome.OTHER_ANSWERED: _("Someone else answered"),
        Outcome.REFUSED: _("Would rather not talk"),
        Outcome.CALL_BACK: _("Come back"),
        Outcome.LANGUAGE: _("Another language"),
        Outcome.MOVED: _("Moved away"),
        Outcome.DECEASED: _("Has died"),
        Outcome.DO_NOT_CONTACT: _("Do not knock again"),
        Outcome.INACCESSIBLE: _("Could not get to the door"),
        Outcome.SPOKE: _("Talked, said nothing of it"),
    }
