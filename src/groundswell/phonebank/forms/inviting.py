"""Choosing whom to invite."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member


class InviteForm(forms.Form):
    """Members to tick."""

    members = forms.MultipleChoiceField(
        label=_("Members"), widget=forms.CheckboxSelectMultiple(), required=False
    )

    def __init__(self, *args: Any, offered: Iterable[Member]) -> None:
        super().__init__(*args)
        field = self.fields["members"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(str(member.pk), member.name) for member in offered]
