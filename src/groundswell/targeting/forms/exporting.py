"""The form on which somebody says what a list is for before it leaves the site."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ExportForm(forms.Form):
    """The reason: it stands on the list and in the audit trail."""

    reason = forms.CharField(
        label=_("What is the list for?"),
        help_text=_("For instance: letters to new electors in June, printed by the branch."),
        max_length=300,
    )
