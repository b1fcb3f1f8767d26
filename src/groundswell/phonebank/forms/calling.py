"""What the caller's page sends without a script of its own: one button pressed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groundswell.contact.commands import Said
from groundswell.contact.models import OF_A_CALL, Outcome
from groundswell.contact.rules.said import KINDS

NOTHING_SAID = ""
NOTE_LENGTH = 500


class TapForm(forms.Form):
    """The person it is about; ``id`` is made by the page, so that sending twice is once."""

    batch = forms.UUIDField()
    elector = forms.IntegerField(min_value=1)
    id = forms.UUIDField()
    shown_at = forms.FloatField()
    given = forms.JSONField(required=False)
    outcome = forms.CharField(required=False, max_length=160)
    answer = forms.CharField(required=False, max_length=200)
    language = forms.CharField(required=False, max_length=40)
    call_back_at = forms.DateTimeField(required=False)

    def clean_given(self) -> dict[str, list[str]]:
        """Answers so far, by the question's key."""
        given = self.cleaned_data["given"] or {}
        if not isinstance(given, dict) or not all(
            isinstance(values, list) and all(isinstance(value, str) for value in values)
            for values in given.values()
        ):
            raise forms.ValidationError(_("Load the page again to go on."))
        return given


@dataclass(frozen=True)
class Tap:
    """What was tapped: an outcome with its detail, or one more answer."""

    batch: UUID
    elector_id: int
    id_on_device: UUID
    shown_at: float
    given: Mapping[str, Sequence[str]]
    outcome: str
    detail: str = ""
    call_back_at: datetime | None = None
    said: tuple[Said, ...] = ()


def read_tap(sent: QueryDict) -> Tap | None:
    """The tap, or None where the page was too old or too odd to be read."""
    form = TapForm(sent)
    if not form.is_valid():
        return None
    fields = form.cleaned_data
    outcome, _colon, more = fields["outcome"].partition(":")
    if outcome and outcome not in OF_A_CALL:
        return None
    return Tap(
        batch=fields["batch"],
        elector_id=fields["elector"],
        id_on_device=fields["id"],
        shown_at=fields["shown_at"],
        given=_with_answer(fields["given"], fields["answer"], sent),
        outcome=outcome,
        detail=(more or fields["language"]) if outcome == Outcome.LANGUAGE else "",
        call_back_at=_moment(more, fields["call_back_at"])
        if outcome == Outcome.CALL_BACK
        else None,
        said=_said(fields["id"], sent),
    )


def as_hidden(given: Mapping[str, Sequence[str]]) -> str:
    """Answers so far as the hidden field keeps them."""
    return json.dumps({key: list(values) for key, values in given.items()})


def _said(result_id: UUID, sent: QueryDict) -> tuple[Said, ...]:
    """What was ticked beside the result; the ids follow from its own, so that twice is once."""
    return tuple(
        Said(uuid5(result_id, kind), kind, sent.get(f"said.{kind}", "").strip()[:NOTE_LENGTH])
        for kind in KINDS
        if kind in sent.getlist("said")
    )


def _with_answer(given: dict[str, list[str]], answer: str, sent: QueryDict) -> dict[str, list[str]]:
    """``answer`` is "key=value" for a choice, "key" for what was ticked or typed."""
    if not answer:
        return given
    key, equals, value = answer.partition("=")
    if equals:
        return given | {key: [value]}
    typed = sent.get(f"text.{key}", NOTHING_SAID).strip()
    return given | {key: [typed] if typed else sent.getlist(f"picked.{key}")}


def _moment(more: str, chosen: datetime | None) -> datetime | None:
    if not more:
        return chosen
    try:
        moment = datetime.fromisoformat(more)
    except ValueError:
        return chosen
    return moment if moment.tzinfo else timezone.make_aware(moment)
