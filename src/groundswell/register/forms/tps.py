"""The form with which a list of the Telephone Preference Service comes in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.look.widgets import DayInput


class TpsForm(forms.Form):
    """The list, its own date, and somebody's word that it is whole."""

    file = forms.FileField(
        label=_("The list"),
        help_text=_("One number a line, or a table with a column of numbers, as downloaded."),
    )
    listed_on = forms.DateField(
        label=_("Date of the list"),
        help_text=_("The day on which the list was made, not today: it holds 28 days from then."),
        widget=DayInput,
    )
    complete = forms.BooleanField(
        label=_("It is the whole list, though it may be much shorter than the last"),
        required=False,
    )
