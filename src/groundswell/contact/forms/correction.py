"""An organiser's correction of a result."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.common.ids import uuid7
from groundswell.contact.commands import Correction
from groundswell.contact.models import AT_A_DOOR, OF_A_CALL, Outcome
from groundswell.contact.queries import warning_on_notes
from groundswell.contact.rules.script import TEXT_LIMIT, Question
from groundswell.look.widgets import MomentInput
from groundswell.privacy.models import Channel


class CorrectionForm(forms.Form):
    """What the result should have been, with the answers that its script asks for, and why."""

    outcome = forms.ChoiceField(label=gettext_lazy("What came of it"), required=False)
    detail = forms.CharField(label=gettext_lazy("Which language"), max_length=40, required=False)
    call_back_at = forms.DateTimeField(
        label=gettext_lazy("To be called back at"), widget=MomentInput, required=False
    )
    reason = forms.CharField(
        label=gettext_lazy("Why it is corrected"),
        max_length=300,
        help_text=gettext_lazy("The caller and other organisers read it."),
    )
    id_of_correction = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self,
        questions: Sequence[Question],
        *args: Any,
        given: dict[str, list[str]],
        channel: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = _outcomes(channel)  # type: ignore[attr-defined]  # a ChoiceField
        self._keys = [question.key for question in questions]
        self.fields["id_of_correction"].initial = uuid7()
        for question in questions:
            name = f"answer-{question.key}"
            self.fields[name] = _field(question)
            values = given.get(question.key, [])
            self.initial[name] = values if question.kind == "multi" else "".join(values[:1])
        self.order_fields(
            ["outcome", "detail", "call_back_at", *(f"answer-{key}" for key in self._keys)]
        )

    def correction(self) -> Correction:
        """The correction, once the form is valid."""
        told = self.cleaned_data
        return Correction(
            id_on_device=UUID(str(told["id_of_correction"])),
            outcome=told["outcome"],
            detail=told["detail"] if told["outcome"] == Outcome.LANGUAGE else "",
            call_back_at=told["call_back_at"] if told["outcome"] == Outcome.CALL_BACK else None,
            answers={key: _as_list(told[f"answer-{key}"]) for key in self._keys},
        )


def _outcomes(channel: str) -> list[tuple[str, str]]:
    """What can come of an attempt by this channel, and that there was none."""
    possible = {Channel.PHONE: OF_A_CALL, Channel.DOOR: AT_A_DOOR}
    offered = possible.get(Channel(channel), frozenset(Outcome.values))
    named = [(value, str(label)) for value, label in Outcome.choices if value in offered]
    return [*named, ("", _("It did not happen"))]


def _as_list(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _field(question: Question) -> forms.Field:
    if question.kind == "text":
        return forms.CharField(
            label=question.text,
            required=False,
            max_length=TEXT_LIMIT,
            widget=forms.Textarea({"rows": 2}),
            help_text=warning_on_notes(),
        )
    offered = [(answer.value, answer.label) for answer in question.answers]
    if question.kind == "multi":
        return forms.MultipleChoiceField(
            label=question.text,
            choices=offered,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
    return forms.ChoiceField(
        label=question.text, choices=[("", _("Not answered")), *offered], required=False
    )
