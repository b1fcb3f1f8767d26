"""What is typed while keying a sheet."""

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.look.widgets import DayInput
from groundswell.paper.queries.keying import VISITS
from groundswell.paper.rules.entry import LONGEST


class LineForm(forms.Form):
    """One line, the visit's column it belongs to, and the row it follows on to."""

    visit = forms.TypedChoiceField(choices=[(one, one) for one in VISITS], coerce=int)
    here = forms.IntegerField(required=False, min_value=1)
    line = forms.CharField(required=False, max_length=LONGEST)


class UndoForm(forms.Form):
    """Which cell is emptied again."""

    visit = forms.TypedChoiceField(choices=[(one, one) for one in VISITS], coerce=int)
    row = forms.IntegerField(min_value=1)


class VisitForm(forms.Form):
    """When the sheet was carried, and by whom."""

    visit = forms.TypedChoiceField(
        choices=[(one, one) for one in VISITS], coerce=int, widget=forms.HiddenInput()
    )
    day = forms.DateField(label=_("Carried on"), widget=DayInput())
    canvasser = forms.CharField(
        label=_("Who knocked"),
        max_length=80,
        required=False,
        help_text=_("The name on the sheet; empty if it was you."),
    )
