"""One question of a script, as it is written in the editor."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.contact.rules.script import Choice, Condition, Question, choices_from_lines
from groundswell.contact.wording import facts_by_name, kinds_of_question

SCALE_ENDS = [(str(number), str(number)) for number in range(11)]
LINES = {"single", "multi"}
SCALE = ("low", "low_label", "high", "high_label")


@dataclass(frozen=True)
class Tick:
    """Something the question may depend on; ``word`` is what is sent."""

    word: str
    label: str
    ticked: bool


class QuestionForm(forms.Form):
    """The fields of a question of its kind; ``depends_on`` are ticks beneath their headings."""

    text = forms.CharField(
        label=gettext_lazy("Question"), widget=forms.Textarea({"rows": 2, "maxlength": 500})
    )
    choices = forms.CharField(
        label=gettext_lazy("Answers, one on each line"),
        widget=forms.Textarea({"rows": 3, "maxlength": 2000}),
    )
    low = forms.ChoiceField(label=gettext_lazy("From"), choices=SCALE_ENDS)
    low_label = forms.CharField(
        label=gettext_lazy("What the lowest means"), max_length=40, required=False
    )
    high = forms.ChoiceField(label=gettext_lazy("To"), choices=SCALE_ENDS)
    high_label = forms.CharField(
        label=gettext_lazy("What the highest means"), max_length=40, required=False
    )
    note = forms.CharField(
        label=gettext_lazy("Note for the caller, not read out"), required=False, max_length=300
    )

    def __init__(self, question: Question, earlier: Sequence[Question], number: int) -> None:
        self.question, self.number = question, number
        self.kind_name = kinds_of_question().get(question.kind, "")
        self.troubles: list[str] = []
        self.new = False
        super().__init__(prefix=question.key, initial=_initial(question))
        for name in _left_out(question):
            del self.fields[name]
        self.depends_on = _offers(question, earlier)


def read_question(sent: QueryDict, key: str, before: Question | None) -> Question:
    """The question with this key as it was sent; nothing typed is lost, right or wrong.

    ``before`` is the same question in the version that is being edited: a label that was there
    keeps its value.
    """

    def typed(name: str) -> str:
        return sent.get(f"{key}-{name}", "").strip()

    kind = typed("kind")
    lines = choices_from_lines(typed("choices"), before.choices if before else ())
    return Question(
        key=key,
        kind=kind,
        text=typed("text")[:500],
        note=typed("note")[:300],
        choices=lines if kind in LINES else (),
        low=_whole(typed("low"), 1),
        high=_whole(typed("high"), 5),
        low_label=typed("low_label")[:40],
        high_label=typed("high_label")[:40],
        ask_if=_conditions(sent.getlist(f"{key}-ask_if")),
    )


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() else otherwise


def _initial(question: Question) -> dict[str, Any]:
    return {
        "text": question.text,
        "note": question.note,
        "choices": "\n".join(choice.label for choice in question.choices),
        **{name: getattr(question, name) for name in SCALE},
    }


def _left_out(question: Question) -> list[str]:
    return [
        *([] if question.kind in LINES else ["choices"]),
        *([] if question.kind == "scale" else SCALE),
    ]


def _conditions(ticked: Sequence[str]) -> tuple[Condition, ...]:
    """One condition for each question or fact of which something is ticked."""
    among: dict[tuple[str, str], list[str]] = {}
    for tick in ticked:
        kind, _colon, rest = tick.partition(":")
        name, _colon, value = rest.partition(":")
        if kind in {"question", "fact"} and name and value:
            among.setdefault((kind, name), []).append(value)
    return tuple(Condition(tuple(values), **{kind: name}) for (kind, name), values in among.items())


def _offers(question: Question, earlier: Sequence[Question]) -> list[tuple[str, list[Tick]]]:
    """What may be ticked: the answers to earlier questions, what is known, and what was ticked."""
    groups: list[tuple[str, str, str, Sequence[Choice]]] = [
        ("question", other.key, other.text or _("An earlier question"), other.answers)
        for other in earlier
        if other.answers
    ]
    for name, (heading, labels) in facts_by_name().items():
        known = [Choice(value, label) for value, label in labels.items()]
        groups.append(("fact", name, heading, known))
    ticked = [_word(on, value) for on in question.ask_if for value in on.among]
    offers = []
    for kind, name, heading, choices in groups:
        words = [(f"{kind}:{name}:{choice.value}", choice.label) for choice in choices]
        offers.append(
            (heading, [Tick(word, label, ticked=word in ticked) for word, label in words])
        )
    offered = {tick.word for _heading, ticks in offers for tick in ticks}
    lost = [
        Tick(word, word.split(":", 2)[2], ticked=True) for word in ticked if word not in offered
    ]
    return [*offers, (_("No longer asked before"), lost)] if lost else offers


def _word(on: Condition, value: str) -> str:
    return f"question:{on.question}:{value}" if on.question else f"fact:{on.fact}:{value}"
