"""The form with which a register file comes in, and the record of its supply."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from groundswell.look.widgets import DayInput
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.register.models import RegisterImport, SupplyRecord
from groundswell.register.queries import councils_for, supplies_for

REGULATIONS = [
    ("RPR 2001 reg. 105", _("Local constituency party (RPR 2001, reg. 105)")),
    ("RPR 2001 reg. 106", _("Registered party (RPR 2001, reg. 106)")),
    ("RPR 2001 reg. 103", _("Elected representative (RPR 2001, reg. 103)")),
    ("RPR 2001 reg. 108", _("Candidate (RPR 2001, reg. 108)")),
    ("US state law", _("Voter file under a US state’s law")),
]


class UploadForm(forms.Form):
    """One file: which council, which edition, and under which supply (empty: a new one)."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("CSV, TSV or XLSX, as the council sent it. Do not open it in Excel first."),
    )
    council = forms.ModelChoiceField(
        label=_("Council or county"), queryset=Area.objects.none(), empty_label=None
    )
    published_on = forms.DateField(
        label=_("Date of publication"),
        help_text=_("Of the register or of the notice of alteration, not of the e-mail."),
        widget=DayInput,
    )
    scope = forms.ChoiceField(
        label=_("What is in it?"),
        choices=[("", _("As the file’s columns say")), *RegisterImport.Scope.choices],
        required=False,
    )
    supply = forms.ModelChoiceField(
        label=_("Supplied under"),
        queryset=SupplyRecord.objects.none(),
        required=False,
        empty_label=_("A new supply: fill in its record"),
    )

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["council"], councils_for(member))
        _offer(self.fields["supply"], supplies_for(member).filter(destroyed_at=None))


def _offer(field: forms.Field, rows: QuerySet[Any]) -> None:
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = rows


class SupplyForm(forms.Form):
    """The record that the law asks for with every supplied register (RPR 2001, Part 6).

    The browser does not insist on it, as it is hidden while a supply on record is chosen.
    """

    use_required_attribute = False

    entitled_body = forms.CharField(
        label=_("Who is entitled to it"),
        help_text=_("The party, local party, candidate or representative it was supplied to."),
        max_length=200,
    )
    regulation = forms.ChoiceField(label=_("Under which rule"), choices=REGULATIONS)
    supplied_on = forms.DateField(label=_("Received on"), widget=DayInput)
    purpose = forms.CharField(
        label=_("For which purpose"),
        help_text=_("For instance: canvassing for the county election of 6 May 2027."),
        max_length=300,
    )
    person_responsible = forms.CharField(label=_("Person responsible"), max_length=200)
    destroy_by = forms.DateField(
        label=_("To be destroyed by"),
        help_text=_("The day after which nobody may keep it for this purpose."),
        widget=DayInput,
    )
    licence = forms.CharField(
        label=_("Terms of use"),
        help_text=_("For a US voter file: the state’s own text."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """The day of destruction lies after the day of supply."""
        given = super().clean() or self.cleaned_data
        supplied, destroyed = given.get("supplied_on"), given.get("destroy_by")
        if supplied and destroyed and destroyed <= supplied:
            self.add_error("destroy_by", _("This day must come after the day of supply."))
        return given
