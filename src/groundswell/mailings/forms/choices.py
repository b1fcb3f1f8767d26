"""What mail one wants."""

from collections.abc import Iterable
from typing import Any

from django import forms

from groundswell.mailings.registry import MAILING, Kind
from groundswell.mailings.wording import consent_wording


class ChoicesForm(forms.Form):
    """A box for each kind, as it stands; that for mailings carries the words of the consent."""

    def __init__(self, *args: Any, wishes: Iterable[tuple[Kind, bool]]) -> None:
        super().__init__(*args)
        for kind, wanted in wishes:
            self.fields[kind.name] = forms.BooleanField(
                label=consent_wording() if kind.name == MAILING else str(kind.title),
                required=False,
                initial=wanted,
            )
