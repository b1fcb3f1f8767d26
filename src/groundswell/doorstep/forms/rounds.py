"""Handing a round out, and looking for one nearby."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member


class HandOutForm(forms.Form):
    """A member to give the round to."""

    member = forms.ChoiceField(label=_("Member"))

    def __init__(self, *args: Any, offered: Iterable[Member]) -> None:
        super().__init__(*args)
        field = self.fields["member"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(one.pk), one.name) for one in offered]


class NearForm(forms.Form):
    """Where to look for rounds."""

    postcode = forms.CharField(
        label=_("Postcode"),
        required=False,
        max_length=10,
        widget=forms.TextInput(
            attrs={"autocomplete": "postal-code", "autocapitalize": "characters"}
        ),
    )
