"""Which questions of a script depend on what is known of somebody."""

from functools import lru_cache

from groundswell.contact.queries.scripts import questions_of
from groundswell.contact.rules.script import Facts, Question, is_asked


@lru_cache(maxsize=128)
def questions_by_facts(script_version_id: int) -> tuple[Question, ...]:
    """The questions with a condition on what is known; a version never changes."""
    return tuple(
        question
        for question in questions_of(script_version_id)
        if any(condition.fact for condition in question.ask_if)
    )


def not_asked(questions: tuple[Question, ...], facts: Facts) -> tuple[str, ...]:
    """The keys of those that are left out, so that the facts themselves need not be told."""
    return tuple(
        question.key
        for question in questions
        if not is_asked(
            Question(
                question.key,
                question.kind,
                question.text,
                ask_if=tuple(one for one in question.ask_if if one.fact),
            ),
            {},
            facts,
        )
    )
