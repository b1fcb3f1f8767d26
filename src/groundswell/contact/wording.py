"""Sentences for what the rules name by a code."""

from django.utils.translation import gettext as _

from groundswell.contact.models import Meaning, Outcome
from groundswell.contact.rules.script import Problem


def what_is_wrong(problem: Problem) -> str:
    """A problem with a draft, said to whoever writes it."""
    sentence = problem_itself(problem)
    if problem.position is None:
        return sentence
    return _("Question %(number)s: %(problem)s") % {
        "number": problem.position + 1,
        "problem": sentence,
    }


def problem_itself(problem: Problem) -> str:
    """The same beside the question, which needs no number."""
    sentences = {
        "too_many": _("That is more questions than anybody stays on the line for: 30 at most."),
        "no_text": _("Write the question."),
        "kind": _("Choose one of the kinds of question."),
        "few_choices": _("Offer at least two answers, one on each line."),
        "few_codes": _("Voting intention needs two canvass codes or more in use."),
        "many_choices": _("Offer at most 20 answers."),
        "same_choice": _("The same answer stands there twice."),
        "same_key": _("This question is there twice: take one away."),
        "scale": _("A scale runs from a smaller to a larger number between 0 and 10."),
        "opinions": _("This organisation may not keep how people mean to vote: take it away."),
        "second_intention": _("Ask about voting intention once."),
        "later_question": _("It depends on a question that is asked later: move one of them."),
        "unknown_answer": _("It depends on an answer that is no longer offered."),
    }
    return sentences[problem.code]


def kinds_of_question() -> dict[str, str]:
    """The kinds of question, as they are called on screen."""
    return {
        "single": _("One answer"),
        "multi": _("Several answers"),
        "scale": _("A scale"),
        "voting_intention": _("Voting intention"),
        "text": _("In their own words"),
    }


def facts_by_name() -> dict[str, tuple[str, dict[str, str]]]:
    """What a question may depend on that is known beforehand: its name, and what it may be."""
    yes_or_no = {"yes": _("Yes"), "no": _("No")}
    intentions = {value: str(label) for value, label in Meaning.choices}
    return {
        "voting_intention": (
            _("Voting intention so far"),
            {**intentions, "unknown": _("Not known")},
        ),
        "spoken_before": (_("Spoken to before"), yes_or_no),
        "postal_vote": (_("Has a postal vote"), yes_or_no),
    }


def outcome_name(outcome: str) -> str:
    """An outcome as it is called on screen; an empty one is an undo."""
    return str(Outcome(outcome).label) if outcome else _("Did not happen")


def languages() -> list[str]:
    """Languages that campaigners in Britain meet most often beside English."""
    return [
        _("Polish"),
        _("Romanian"),
        _("Panjabi"),
        _("Urdu"),
        _("Bengali"),
        _("Gujarati"),
        _("Arabic"),
        _("Portuguese"),
        _("Welsh"),
    ]


def tellings() -> list[tuple[str, str]]:
    """What somebody may tell beside a result: its kind, and its words."""
    return [
        ("issue", _("They raised an issue")),
        ("poster", _("Want a poster")),
        ("help", _("Want to help")),
        ("leaflets", _("Would deliver leaflets")),
        ("postal_vote", _("Want a postal vote")),
        ("lift", _("Lift to the polling station")),
        ("membership", _("Want to join")),
        ("donate", _("Want to donate")),
    ]
