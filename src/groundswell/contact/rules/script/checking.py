"""What is wrong with a draft of a script, so that it can be said beside the question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from groundswell.contact.rules.script.asking import Facts
from groundswell.contact.rules.script.questions import KINDS, Condition, Question

MOST_QUESTIONS = 30
MOST_CHOICES = 20
SCALE = range(11)
FACTS = frozenset(field.name for field in fields(Facts))


@dataclass(frozen=True)
class Problem:
    """Something to put right: which question (counted from 0, None: the whole), and a code.

    Codes: too_many, no_text, kind, few_choices, few_codes, many_choices, same_choice, same_key,
    scale, opinions, later_question, unknown_answer, second_intention.
    """

    position: int | None
    code: str


def problems_in(questions: Sequence[Question], *, opinions: bool) -> list[Problem]:
    """Everything wrong with these questions; ``opinions`` says that voting intention may be asked.

    A question may be asked only on the answer to an earlier one. Voting intention is asked once,
    so that one call counts once.
    """
    found = [Problem(None, "too_many")] if len(questions) > MOST_QUESTIONS else []
    earlier: dict[str, Question] = {}
    for position, question in enumerate(questions):
        codes = [*_in_itself(question), *_in_its_place(question, earlier, opinions=opinions)]
        found += [Problem(position, code) for code in codes]
        earlier[question.key] = question
    return found


def _in_itself(question: Question) -> Iterator[str]:
    if question.kind not in KINDS:
        yield "kind"
    if not question.text.strip():
        yield "no_text"
    if question.kind == "scale":
        if not (question.low in SCALE and question.high in SCALE and question.low < question.high):
            yield "scale"
        return
    labels = [choice.label.casefold() for choice in question.choices]
    if question.kind in {"single", "multi"} and len(labels) < 2:
        yield "few_choices"
    if len(labels) > MOST_CHOICES:
        yield "many_choices"
    values = [choice.value for choice in question.choices]
    if len(set(labels)) < len(labels) or len(set(values)) < len(values):
        yield "same_choice"


def _in_its_place(
    question: Question, earlier: dict[str, Question], *, opinions: bool
) -> Iterator[str]:
    if question.key in earlier:
        yield "same_key"
    if question.kind == "voting_intention":
        if not opinions:
            yield "opinions"
        elif len(question.choices) < 2:
            yield "few_codes"
        if any(other.kind == "voting_intention" for other in earlier.values()):
            yield "second_intention"
    for condition in question.ask_if:
        yield from _in_condition(condition, earlier)


def _in_condition(condition: Condition, earlier: dict[str, Question]) -> Iterator[str]:
    if condition.fact:
        if condition.fact not in FACTS:
            yield "unknown_answer"
    elif condition.question not in earlier:
        yield "later_question"
    else:
        offered = {choice.value for choice in earlier[condition.question].answers}
        if not offered.issuperset(condition.among):
            yield "unknown_answer"
