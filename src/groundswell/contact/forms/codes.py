"""One canvass code."""

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.contact.models import Meaning


class CodeForm(forms.Form):
    """Letter, label and meaning."""

    letter = forms.CharField(
        label=_("Letter"),
        max_length=4,
        widget=forms.TextInput(
            {
                "autocapitalize": "characters",
                "autocomplete": "off",
                "spellcheck": "false",
                "size": 4,
            }
        ),
    )
    label = forms.CharField(label=_("What callers see"), max_length=60)
    meaning = forms.ChoiceField(
        label=_("What it means"),
        choices=[("", _("Choose")), *Meaning.choices],
        help_text=_("Totals are counted by the meaning, so it cannot change later."),
    )
