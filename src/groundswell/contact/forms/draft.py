"""The script editor: what is typed is kept through every button, until it is saved."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from groundswell.contact.commands.scripts import with_codes
from groundswell.contact.forms.question import QuestionForm, read_question
from groundswell.contact.models import ScriptVersion
from groundswell.contact.queries import keys_used, opinions_kept
from groundswell.contact.rules.script import (
    Problem,
    Question,
    Wording,
    problems_in,
    read_questions,
    unknown_words,
    with_added,
    with_moved,
    without,
    write_questions,
)
from groundswell.contact.wording import kinds_of_question, problem_itself, what_is_wrong
from groundswell.places.models import Area

_WORDS = ("introduction", "closing", "caller_notes", "crib_sheet")


class HeadForm(forms.Form):
    """All of a script but its questions."""

    name = forms.CharField(label=_("Name"), max_length=120)
    area = forms.ModelChoiceField(Area.objects.none(), label=_("For"), empty_label=None)
    introduction = forms.CharField(
        label=_("How the caller begins"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_(
            "{name} is the elector, {caller} who calls, {area} the seat, {organisation} us."
        ),
    )
    closing = forms.CharField(
        label=_("How the caller ends"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    caller_notes = forms.CharField(
        label=_("Notes for the caller"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("What to know before the first call. Not read out."),
    )
    crib_sheet = forms.CharField(
        label=_("Crib sheet on seat and candidate"),
        max_length=20000,
        required=False,
        widget=forms.Textarea({"rows": 6}),
        help_text=_(
            "Facts to answer with. Markdown: # heading, - list, **bold**, [link](https://…)."
        ),
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, areas: Sequence[Area], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = Area.objects.filter(pk__in=[area.pk for area in areas]).order_by("name")
        self.fields["area"].queryset = chosen  # type: ignore[attr-defined]  # a model's choices

    def clean(self) -> dict[str, Any]:
        """A word in braces that nothing fills in would be read out as it stands."""
        for name in ("introduction", "closing"):
            for word in unknown_words(self.cleaned_data.get(name, "")):
                self.add_error(name, _("Nothing fills in {%(word)s}.") % {"word": word})
        return self.cleaned_data


class Draft:
    """A script being written: its head, its questions, and what is wrong with them."""

    def __init__(self, head: HeadForm, questions: Sequence[Question], used: set[str]) -> None:
        self.head, self.questions, self._used = head, list(questions), used
        self._touched = ""
        self._judged = False

    @classmethod
    def of_version(cls, areas: Sequence[Area], version: ScriptVersion | None) -> "Draft":
        """The draft that a version begins with; of None, an empty one."""
        if version is None:
            return cls(HeadForm(areas, initial={"based_on": 0}), [], set())
        initial = {
            "name": version.script.name,
            "area": version.script.area_id,
            "based_on": version.number,
            **{name: getattr(version, name) for name in _WORDS},
        }
        questions = read_questions(version.questions)
        return cls(HeadForm(areas, initial=initial), questions, keys_used(version.script))

    @classmethod
    def as_sent(
        cls, areas: Sequence[Area], sent: QueryDict, version: ScriptVersion | None
    ) -> "Draft":
        """The draft as a browser sends it; ``version`` is the one being edited."""
        before = {one.key: one for one in read_questions(version.questions)} if version else {}
        keys = dict.fromkeys(sent.getlist("key"))
        questions = [read_question(sent, key, before.get(key)) for key in keys]
        judged = {"data": sent} if "save" in sent else {"initial": sent.dict()}
        used = keys_used(version.script) if version else set()
        return cls(HeadForm(areas, **judged), questions, used)

    def press(self, sent: QueryDict) -> bool:
        """Do what a button on the questions says; False where none was pressed."""
        if kind := sent.get("add"):
            self.questions = with_added(self.questions, kind, self._used)
            self._touched = self.questions[-1].key
        elif key := sent.get("up"):
            self.questions, self._touched = with_moved(self.questions, key, -1), key
        elif key := sent.get("down"):
            self.questions, self._touched = with_moved(self.questions, key, 1), key
        elif key := sent.get("remove"):
            self.questions = without(self.questions, key)
        else:
            return False
        return True

    def is_ready(self) -> bool:
        """Whether it can be saved; what stands in the way is shown from now on."""
        self._judged = True
        return self.head.is_valid() and not self._problems()

    def wording(self) -> Wording:
        """What the draft says, as far as it is typed."""
        typed = self.head.data if self.head.is_bound else self.head.initial
        words = {name: str(typed.get(name) or "") for name in _WORDS}
        return Wording(questions=with_codes(self.questions), **words)

    def as_version(self) -> ScriptVersion:
        """The draft as a version that is not stored, to be looked at."""
        wording = self.wording()
        words = {name: getattr(wording, name) for name in _WORDS}
        return ScriptVersion(questions=write_questions(wording.questions), **words)

    def question_forms(self) -> list[QuestionForm]:
        """Each question with its fields, its troubles, and whether to go to it."""
        questions = with_codes(self.questions)
        shown = [
            QuestionForm(one, questions[:place], place + 1) for place, one in enumerate(questions)
        ]
        for problem in self._problems() if self._judged else []:
            if problem.position is not None:
                shown[problem.position].troubles.append(problem_itself(problem))
        for form in shown:
            form.new = form.question.key == self._touched
        return shown

    def troubles(self) -> list[tuple[str, str]]:
        """What is wrong with the questions, for the top of the page: key and sentence."""
        problems = self._problems() if self._judged else []
        return [
            (self.questions[problem.position].key if problem.position is not None else "", words)
            for problem in problems
            if (words := what_is_wrong(problem))
        ]

    def kinds_to_add(self) -> dict[str, str]:
        """The kinds of question that can be added here."""
        asked = {question.kind for question in self.questions}
        kinds = kinds_of_question()
        if not opinions_kept() or "voting_intention" in asked:
            del kinds["voting_intention"]
        return kinds

    def _problems(self) -> list[Problem]:
        return problems_in(with_codes(self.questions), opinions=opinions_kept())
