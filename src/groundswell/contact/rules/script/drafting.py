"""Changing a draft question by question: added, moved, taken away, answers renamed."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from groundswell.contact.rules.script.questions import Choice, Question

_KEY = re.compile(r"q(\d+)$")


def with_added(
    questions: Sequence[Question], kind: str, used: Iterable[str] = ()
) -> list[Question]:
    """The questions with an empty one of this kind at the end.

    ``used`` are the keys of earlier versions: a key once used never names another question.
    """
    numbers = [_number(key) for key in (*used, *(one.key for one in questions))]
    return [*questions, Question(key=f"q{max(numbers, default=0) + 1}", kind=kind, text="")]


def with_moved(questions: Sequence[Question], key: str, steps: int) -> list[Question]:
    """The questions with one of them moved up (-1) or down (1), as far as there is room."""
    order = list(questions)
    places = [place for place, one in enumerate(order) if one.key == key]
    if places and 0 <= places[0] + steps < len(order):
        order.insert(places[0] + steps, order.pop(places[0]))
    return order


def without(questions: Sequence[Question], key: str) -> list[Question]:
    """The questions without one of them; no other is asked on its answer any longer."""
    return [
        replace(one, ask_if=tuple(on for on in one.ask_if if on.question != key))
        for one in questions
        if one.key != key
    ]


def choices_from_lines(lines: str, before: Sequence[Choice] = ()) -> tuple[Choice, ...]:
    """One choice a line; a label that was there keeps its value, so answers stay comparable."""
    known = {choice.label.casefold(): choice for choice in before}
    taken: set[str] = set()
    choices: list[Choice] = []
    for label in (line.strip() for line in lines.splitlines()):
        if label:
            old = known.get(label.casefold())
            value = old.value if old and old.value not in taken else _value(label, taken)
            taken.add(value)
            choices.append(Choice(value, label))
    return tuple(choices)


def _value(label: str, taken: set[str]) -> str:
    """A short word for the label in plain letters, not yet taken."""
    plain = unicodedata.normalize("NFKD", label.casefold()).encode("ascii", "ignore").decode()
    word = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:30] or "answer"
    value, number = word, 2
    while value in taken:
        value, number = f"{word}_{number}", number + 1
    return value


def _number(key: str) -> int:
    match = _KEY.match(key)
    return int(match[1]) if match else 0
