"""The form with which a file of contact details comes in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.common import clock
from groundswell.look.widgets import DayInput
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.privacy.models import Channel
from groundswell.register.commands import ConsentOfAll
from groundswell.register.queries import councils_for


class DetailsForm(forms.Form):
    """One file, and what holds for rows that do not say it themselves."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("CSV, TSV or XLSX: one person a row, with telephone, e-mail or tags."),
    )
    council = forms.ModelChoiceField(
        label=_("Council or county"), queryset=Area.objects.none(), empty_label=None
    )
    source = forms.CharField(
        label=_("Where they come from"),
        help_text=_("For rows that do not say: for instance “Petition on the bus station”."),
        max_length=200,
        required=False,
    )
    obtained_on = forms.DateField(
        label=_("Collected on"), help_text=_("For rows that do not say."), widget=DayInput
    )

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        council = self.fields["council"]
        if isinstance(council, forms.ModelChoiceField):
            council.queryset = councils_for(member)
        self.fields["obtained_on"].initial = clock.today()


class ConsentForm(forms.Form):
    """What everybody in the file agreed to, where they all signed the same words."""

    channels = forms.MultipleChoiceField(
        label=_("Everybody in the file agreed to be contacted by"),
        choices=[
            choice for choice in Channel.choices if choice[0] not in {Channel.DOOR, Channel.FRIEND}
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    wording = forms.CharField(
        label=_("The words they agreed to"),
        help_text=_("To the letter, as on the form or petition."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    given_on = forms.DateField(label=_("On"), widget=DayInput, required=False)
    how = forms.CharField(
        label=_("How"),
        help_text=_("For instance: ticked on paper, said on the telephone."),
        max_length=200,
        required=False,
    )

    def consent(self) -> ConsentOfAll:
        """What was filled in."""
        given = self.cleaned_data
        return ConsentOfAll(
            channels=given["channels"],
            wording=given["wording"],
            given_on=given["given_on"],
            how=given["how"],
        )
