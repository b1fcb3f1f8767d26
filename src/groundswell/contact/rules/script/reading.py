"""Reading the answers that a device sends against the version of the script that asked."""

from collections.abc import Mapping, Sequence

from groundswell.contact.rules.results import AnswerGiven
from groundswell.contact.rules.script.questions import Question

TEXT_LIMIT = 500


class NotOfferedError(ValueError):
    """An answer to a question that the version does not ask, or one that it does not offer."""

    def __init__(self, question: str, value: str) -> None:
        super().__init__(f"{question}: {value}")
        self.question = question
        self.value = value


def read_answers(
    questions: Sequence[Question], given: Mapping[str, Sequence[str]]
) -> tuple[AnswerGiven, ...]:
    """The answers with their meanings, in the script's order; raises ``NotOfferedError``.

    ``given`` maps a question's key to the values picked, or to the one text typed. The meaning of
    a voting intention is the script's, never the device's.
    """
    by_key = {question.key: question for question in questions}
    for key, values in given.items():
        if key not in by_key:
            raise NotOfferedError(key, ",".join(values))
    return tuple(
        answer
        for question in questions
        for answer in _answers_to(question, given.get(question.key, ()))
    )


def _answers_to(question: Question, values: Sequence[str]) -> list[AnswerGiven]:
    if question.kind == "text":
        words = " ".join(values).strip()[:TEXT_LIMIT]
        return [AnswerGiven(question.key, words)] if words else []
    offered = {choice.value: choice for choice in question.answers}
    picked = list(dict.fromkeys(values))
    if question.kind != "multi" and len(picked) > 1:
        raise NotOfferedError(question.key, picked[1])
    for value in picked:
        if value not in offered:
            raise NotOfferedError(question.key, value)
    return [
        AnswerGiven(question.key, value, offered[value].meaning, offered[value].canvass_code_id)
        for value in picked
    ]
