"""Which questions to ask: by what was answered so far and by what is known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from groundswell.contact.rules.script.questions import Condition, Question

UNKNOWN = "unknown"


@dataclass(frozen=True)
class Facts:
    """What is known of an elector that a script may branch on, each as a word.

    ``voting_intention`` is a meaning or "unknown"; the others are "yes" or "no".
    """

    voting_intention: str = UNKNOWN
    spoken_before: str = "no"
    postal_vote: str = "no"


def is_asked(question: Question, answers: Mapping[str, Iterable[str]], facts: Facts) -> bool:
    """Whether this question is asked, given the answers to earlier ones that were asked."""
    return all(_holds(condition, answers, facts) for condition in question.ask_if)


def questions_to_ask(
    questions: Sequence[Question], answers: Mapping[str, Sequence[str]], facts: Facts
) -> list[Question]:
    """The questions to ask in order; an answer to one that is not asked leads nowhere."""
    asked: list[Question] = []
    heard: dict[str, Sequence[str]] = {}
    for question in questions:
        if is_asked(question, heard, facts):
            asked.append(question)
            heard[question.key] = answers.get(question.key, ())
    return asked


def _holds(condition: Condition, answers: Mapping[str, Iterable[str]], facts: Facts) -> bool:
    if condition.fact:
        return asdict(facts)[condition.fact] in condition.among
    return not set(condition.among).isdisjoint(answers.get(condition.question, ()))
