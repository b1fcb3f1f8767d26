"""Drawing up letters and labels."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from groundswell.look.widgets import ChoiceButtons
from groundswell.members.models import Member
from groundswell.paper.commands.mailing import MailingPlan
from groundswell.paper.models import Mailing
from groundswell.paper.rules.merging import FIELDS, LONGEST
from groundswell.targeting.models import Universe
from groundswell.targeting.queries import universes_for


class MailingForm(forms.Form):
    """What is printed, for whom, with which text."""

    name = forms.CharField(label=_("Name"), max_length=120)
    universe = forms.ModelChoiceField(
        label=_("To whom"), queryset=Universe.objects.none(), empty_label=None
    )
    kind = forms.ChoiceField(
        label=_("What is printed"), choices=Mailing.Kind.choices, widget=ChoiceButtons()
    )
    per = forms.ChoiceField(
        label=_("How many"), choices=Mailing.Per.choices, widget=ChoiceButtons()
    )
    text = forms.CharField(
        label=_("The letter"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=_(
            "A blank line parts paragraphs; # before a heading, - before a point, **bold**. Filled "
            "in for each reader: %(fields)s."
        )
        % {"fields": " ".join(f"{{{one}}}" for one in FIELDS)},
    )

    def __init__(
        self, sent: QueryDict | None, *, member: Member, mailing: Mailing | None = None
    ) -> None:
        start = {"kind": Mailing.Kind.LETTER, "per": Mailing.Per.HOUSEHOLD}
        if mailing is not None:
            start = {name: getattr(mailing, name) for name in self.base_fields}
        super().__init__(sent, initial=start)
        field = self.fields["universe"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = universes_for(member)

    def plan(self) -> MailingPlan:
        """What was filled in."""
        given = self.cleaned_data
        return MailingPlan(
            name=given["name"],
            kind=given["kind"],
            per=given["per"],
            universe_id=given["universe"].pk,
            text=given["text"],
        )
