"""The shape of a script's questions, and how they are kept as JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

KINDS = ("single", "multi", "scale", "voting_intention", "text")


@dataclass(frozen=True)
class Choice:
    """One answer on offer; a voting intention's carries its meaning and canvass code."""

    value: str
    label: str
    meaning: str = ""
    canvass_code_id: int | None = None


@dataclass(frozen=True)
class Condition:
    """Ask only if the answer to an earlier ``question`` (or a known ``fact``) is one of these.

    Exactly one of ``question`` and ``fact`` is set. The facts are fields of ``Facts``.
    """

    among: tuple[str, ...]
    question: str = ""
    fact: str = ""


@dataclass(frozen=True)
class Question:
    """One thing to ask. ``key`` stays the same through the versions of a script.

    ``low`` to ``high`` with the words for both ends are a scale's; every condition must hold.
    """

    key: str
    kind: str
    text: str
    note: str = ""
    choices: tuple[Choice, ...] = ()
    low: int = 1
    high: int = 5
    low_label: str = ""
    high_label: str = ""
    ask_if: tuple[Condition, ...] = ()

    @property
    def answers(self) -> tuple[Choice, ...]:
        """What can be picked: the choices, or the steps of the scale; nothing for free text."""
        if self.kind != "scale":
            return self.choices
        return tuple(Choice(str(step), self._step(step)) for step in range(self.low, self.high + 1))

    def _step(self, step: int) -> str:
        word = {self.low: self.low_label, self.high: self.high_label}.get(step, "")
        return f"{step} – {word}" if word else str(step)


@dataclass(frozen=True)
class Wording:
    """All that a script says: what the caller reads out, asks and knows."""

    introduction: str
    questions: tuple[Question, ...] = ()
    closing: str = ""
    caller_notes: str = ""
    crib_sheet: str = ""


def write_questions(questions: Iterable[Question]) -> list[dict[str, Any]]:
    """The questions as the JSON that ``ScriptVersion.questions`` keeps."""
    return [_write(question) for question in questions]


def read_questions(kept: Sequence[dict[str, Any]]) -> tuple[Question, ...]:
    """The questions back from that JSON."""
    return tuple(_read(question) for question in kept)


def _write(question: Question) -> dict[str, Any]:
    kept: dict[str, Any] = {"key": question.key, "kind": question.kind, "text": question.text}
    if question.note:
        kept["note"] = question.note
    if question.kind == "scale":
        kept["scale"] = {
            "low": question.low,
            "high": question.high,
            "low_label": question.low_label,
            "high_label": question.high_label,
        }
    if question.choices:
        kept["choices"] = [_write_choice(choice) for choice in question.choices]
    if question.ask_if:
        kept["ask_if"] = [_write_condition(condition) for condition in question.ask_if]
    return kept


def _write_choice(choice: Choice) -> dict[str, Any]:
    kept: dict[str, Any] = {"value": choice.value, "label": choice.label}
    if choice.meaning:
        kept |= {"meaning": choice.meaning, "canvass_code_id": choice.canvass_code_id}
    return kept


def _write_condition(condition: Condition) -> dict[str, Any]:
    on = {"question": condition.question} if condition.question else {"fact": condition.fact}
    return {**on, "among": list(condition.among)}


def _read(kept: dict[str, Any]) -> Question:
    return Question(
        key=kept["key"],
        kind=kept["kind"],
        text=kept["text"],
        note=kept.get("note", ""),
        choices=tuple(Choice(**choice) for choice in kept.get("choices", ())),
        ask_if=tuple(
            Condition(
                among=tuple(condition["among"]),
                question=condition.get("question", ""),
                fact=condition.get("fact", ""),
            )
            for condition in kept.get("ask_if", ())
        ),
        **kept.get("scale", {}),
    )
