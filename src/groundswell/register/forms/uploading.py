"""The form with which a register file comes in, and the record of its supply."""

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from groundswell.look.widgets import DayInput
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.register.models import RegisterImport
from groundswell.register.queries import councils_for, supplies_for

REGULATIONS = [
    ("RPR 2001 reg. 105", _("Local constituency party (RPR 2001, reg. 105)")),
    ("RPR 2001 reg. 106", _("Registered party (RPR 2001, reg. 106)")),
    ("RPR 2001 reg. 103", _("Elected representative (RPR 2001, reg. 103)")),
    ("RPR 2001 reg. 108", _("Candidate (RPR 2001, reg. 108)")),
    ("US state law", _("Voter file under a US state’s law")),
]


NEW_SUPPLY, AS_COLUMNS_SAY = "new", "as_columns"


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
        choices=[(AS_COLUMNS_SAY, _("As the file’s columns say")), *RegisterImport.Scope.choices],
    )
    supply = forms.ChoiceField(label=_("Supplied under"))

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        council, supply = self.fields["council"], self.fields["supply"]
        if isinstance(council, forms.ModelChoiceField):
            council.queryset = councils_for(member)
        if isinstance(supply, forms.ChoiceField):
            supply.choices = _supplies(member)

    def supply_id(self) -> int | None:
        """The supply chosen, or None for a new one."""
        chosen = self.cleaned_data["supply"]
        return None if chosen == NEW_SUPPLY else int(chosen)

    def scope_said(self) -> RegisterImport.Scope | None:
        """What somebody says is in the file; None leaves it to the columns."""
        chosen = self.cleaned_data["scope"]
        return None if chosen == AS_COLUMNS_SAY else RegisterImport.Scope(chosen)


def _supplies(member: Member) -> list[tuple[str, str]]:
    """The supplies on record, the latest first, and a new one."""
    on_record = supplies_for(member).filter(destroyed_at=None).order_by("-supplied_on", "-pk")
    named = gettext("%(body)s, received %(day)s: %(purpose)s")
    return [
        *(
            (
                str(one.pk),
                named
                % {
                    "body": one.entitled_body,
                    "day": date_format(one.supplied_on),
                    "purpose": one.purpose,
                },
            )
            for one in on_record
        ),
        (NEW_SUPPLY, gettext("A new supply: fill in its record")),
    ]


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
