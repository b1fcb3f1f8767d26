"""The question to ask now. The page's own script says the same in JavaScript (talk.js)."""

from collections.abc import Collection, Mapping, Sequence

from groundswell.contact.rules.script import Question


def question_now(
    questions: Sequence[Question],
    given: Mapping[str, Sequence[str]],
    not_asked: Collection[str] = (),
) -> Question | None:
    """The first question that is asked and has no answer yet; None when all have been.

    ``given`` has a key, perhaps with no values, for each question that was answered or left out.
    ``not_asked`` are those whose conditions on what is known do not hold. An answer to a question
    that is no longer asked leads nowhere.
    """
    heard: dict[str, Sequence[str]] = {}
    for question in questions:
        on_answers = [condition for condition in question.ask_if if condition.question]
        leads_here = all(
            not set(condition.among).isdisjoint(heard.get(condition.question, ()))
            for condition in on_answers
        )
        if question.key in not_asked or not leads_here:
            continue
        if question.key not in given:
            return question
        heard[question.key] = given[question.key]
    return None
