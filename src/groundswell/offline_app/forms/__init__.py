"""Forms of the desk: a file handed in, a record set aside."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.offline_app.rules.records import LARGEST_FILE


class HandInForm(forms.Form):
    """A file that a telephone saved."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("Its name begins with “groundswell” and ends with “.json”."),
        allow_empty_file=True,
    )

    def clean_file(self) -> dict[str, str]:
        """What is signed, and the signature."""
        sent = self.cleaned_data["file"]
        if sent.size is None or sent.size > LARGEST_FILE:
            raise forms.ValidationError(_("This file is larger than any that a telephone saves."))
        try:
            told: Any = json.loads(sent.read().decode())
            signed, signature = told["signed"], told["signature"]
        except (ValueError, TypeError, KeyError, RecursionError):
            raise forms.ValidationError(
                _("This is no file of results from the app. Look for one named “groundswell”.")
            ) from None
        if not isinstance(signed, str) or not isinstance(signature, str):
            raise forms.ValidationError(_("This is no file of results from the app."))
        return {"signed": signed, "signature": signature}


class SetAsideForm(forms.Form):
    """Why a record needs nobody any more."""

    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("A sentence: whoever made it may ask you."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
