"""The questions of a script: their shape, drafts checked, whom to ask, answers read."""

from groundswell.contact.rules.script.asking import Facts, is_asked, questions_to_ask
from groundswell.contact.rules.script.checking import Problem, problems_in
from groundswell.contact.rules.script.drafting import (
    choices_from_lines,
    with_added,
    with_moved,
    without,
)
from groundswell.contact.rules.script.questions import (
    KINDS,
    Choice,
    Condition,
    Question,
    Wording,
    read_questions,
    write_questions,
)
from groundswell.contact.rules.script.reading import TEXT_LIMIT, NotOfferedError, read_answers
from groundswell.contact.rules.script.wording import WORDS, fill, unknown_words

__all__ = [
    "KINDS",
    "TEXT_LIMIT",
    "WORDS",
    "Choice",
    "Condition",
    "Facts",
    "NotOfferedError",
    "Problem",
    "Question",
    "Wording",
    "choices_from_lines",
    "fill",
    "is_asked",
    "problems_in",
    "questions_to_ask",
    "read_answers",
    "read_questions",
    "unknown_words",
    "with_added",
    "with_moved",
    "without",
    "write_questions",
]
