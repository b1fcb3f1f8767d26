"""The questions of a script: their shape, drafts checked, whom to ask, answers read."""

from groundswell.contact.rules.script.asking import Facts, is_asked, questions_to_ask
from groundswell.contact.rules.script.checking import Problem, problems_in
from groundswell.contact.rules.script.questions import (
    Choice,
    Condition,
    Question,
    read_questions,
    write_questions,
)
from groundswell.contact.rules.script.reading import TEXT_LIMIT, NotOfferedError, read_answers

__all__ = [
    "TEXT_LIMIT",
    "Choice",
    "Condition",
    "Facts",
    "NotOfferedError",
    "Problem",
    "Question",
    "is_asked",
    "problems_in",
    "questions_to_ask",
    "read_answers",
    "read_questions",
    "write_questions",
]
