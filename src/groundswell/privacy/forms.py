"""Forms on rights: finding somebody, requests, consents, and the public's own form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.common.phone import to_e164
from groundswell.look.widgets import DayInput, PhoneInput, PostcodeInput
from groundswell.privacy.models import Channel, SubjectRequest


class FindForm(forms.Form):
    """Whom to look for: by name and address, or by telephone."""

    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    address = forms.CharField(label=_("Address or postcode"), max_length=200, required=False)
    phone = forms.CharField(label=_("Or telephone"), max_length=30, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"

    def clean_phone(self) -> str:
        """The number as E.164, or nothing."""
        phone = str(self.cleaned_data["phone"]).strip()
        if not phone:
            return ""
        try:
            return to_e164(phone)
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def clean(self) -> dict[str, Any]:
        """A name needs an address with it, lest one browse for a surname."""
        given = super().clean() or {}
        if not given.get("phone") and not (given.get("name") and given.get("address")):
            raise forms.ValidationError(_("Give a name with an address, or a telephone number."))
        return given


class RequestForm(forms.Form):
    """A request that reached somebody here, by letter, telephone or at the door."""

    kind = forms.ChoiceField(label=_("What they ask for"), choices=SubjectRequest.Kind.choices)
    received_on = forms.DateField(
        label=_("Received on"),
        widget=DayInput(),
        help_text=_("The day it first reached anybody here; the time counts from it."),
    )
    name = forms.CharField(label=_("Their name"), max_length=120)
    address = forms.CharField(label=_("Their address"), max_length=300, required=False)
    reply_to = forms.CharField(
        label=_("Where to answer"), max_length=254, help_text=_("E-mail, telephone or post.")
    )
    note = forms.CharField(
        label=_("In their words"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Only what is needed; nothing on health, faith or crime."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["received_on"].initial = clock.today()


class PublicRequestForm(forms.Form):
    """The same, from the person themselves."""

    kind = forms.ChoiceField(
        label=_("What would you like?"),
        choices=[
            (SubjectRequest.Kind.STOP, _("Stop contacting me")),
            (SubjectRequest.Kind.ACCESS, _("Show me what you hold on me")),
            (SubjectRequest.Kind.RECTIFY, _("Correct something")),
            (SubjectRequest.Kind.ERASE, _("Erase what you hold on me")),
            (SubjectRequest.Kind.COMPLAINT, _("Complain")),
        ],
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=_("Your name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"})
    )
    address = forms.CharField(
        label=_("Your address"),
        max_length=200,
        widget=forms.TextInput({"autocomplete": "street-address"}),
        help_text=_("So that we find you and nobody of the same name."),
    )
    postcode = forms.CharField(label=_("Postcode"), max_length=10, widget=PostcodeInput())
    phone = forms.CharField(
        label=_("The number we rang"), max_length=30, required=False, widget=PhoneInput()
    )
    reply_to = forms.CharField(
        label=_("Where we answer you"),
        max_length=254,
        help_text=_("An e-mail address is quickest; a telephone number or “by post” will do."),
        widget=forms.TextInput({"autocomplete": "email"}),
    )
    note = forms.CharField(
        label=_("Anything else we should know"),
        max_length=800,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )

    def clean_phone(self) -> str:
        """The number as E.164, or nothing."""
        phone = str(self.cleaned_data["phone"]).strip()
        try:
            return to_e164(phone) if phone else ""
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


class ConsentForm(forms.Form):
    """A consent somebody gave."""

    channel = forms.ChoiceField(label=_("Channel"), choices=Channel.choices)
    wording = forms.CharField(
        label=_("The words they agreed to"), max_length=1000, widget=forms.Textarea({"rows": 2})
    )
    given_on = forms.DateField(label=_("On"), widget=DayInput())
    how = forms.CharField(
        label=_("How"), max_length=200, help_text=_("“Sign-up card at the stall”, “by e-mail”.")
    )
    source = forms.CharField(label=_("Where it is kept"), max_length=200, required=False)


class StopForm(forms.Form):
    """What somebody asked us to stop."""

    channel = forms.ChoiceField(
        label=_("Channel"), choices=[("", _("Every channel")), *Channel.choices], required=False
    )
    how = forms.CharField(
        label=_("How they told us"), max_length=200, help_text=_("“On the phone to Ann, 3 May”.")
    )


class MatchForm(forms.Form):
    """Whom a request is about."""

    person = forms.UUIDField()


class AnswerForm(forms.Form):
    """What came of a request."""

    outcome = forms.CharField(label=_("What was done"), max_length=300)


class ExtendForm(forms.Form):
    """Why a request takes longer."""

    because = forms.CharField(
        label=_("The reason you told them"),
        max_length=300,
        help_text=_("The law allows two more months for a complex request, told within the first."),
    )
