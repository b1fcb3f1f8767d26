"""Choosing how a round goes on paper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.look.widgets import ChoiceButtons
from groundswell.paper.models import Printing


class PrintForm(forms.Form):
    """Usual or large, with or without the map."""

    edition = forms.ChoiceField(
        label=_("Print"),
        choices=Printing.Edition.choices,
        initial=Printing.Edition.STANDARD,
        widget=ChoiceButtons(),
    )
    with_map = forms.BooleanField(label=_("With a map of the round"), required=False, initial=True)
