"""A second reading, and the decision between two."""

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.paper.models import CheckedRow


class ReadingForm(forms.Form):
    """What stands in a cell."""

    number = forms.IntegerField(widget=forms.HiddenInput())
    visit = forms.IntegerField(widget=forms.HiddenInput())
    typed = forms.CharField(
        label=_("What is written there?"),
        max_length=10,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "autofocus": True}
        ),
    )


class DecisionForm(forms.Form):
    """Which reading holds."""

    number = forms.IntegerField()
    visit = forms.IntegerField()
    decision = forms.ChoiceField(choices=[one for one in CheckedRow.Decision.choices if one[0]])
