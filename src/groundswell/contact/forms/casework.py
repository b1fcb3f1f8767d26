"""What is written about cases and offers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.common.ids import uuid7
from groundswell.contact.models import Offer
from groundswell.contact.models.casework import NOTE_LENGTH, WORDS_LENGTH
from groundswell.contact.queries import warning_on_notes

HOW_TO_REPLY = (
    ("phone", _("By telephone")),
    ("email", _("By e-mail")),
    ("post", _("By letter")),
    ("door", _("At the door")),
)


class NewCaseForm(forms.Form):
    """An issue, and how whoever raised it wants to be answered."""

    note = forms.CharField(
        label=_("What is the issue?"), max_length=NOTE_LENGTH, widget=forms.Textarea({"rows": 4})
    )
    reply_channel = forms.ChoiceField(
        label=_("How do they want an answer?"),
        choices=[("", _("They did not say")), *HOW_TO_REPLY],
        required=False,
    )
    reply_to = forms.CharField(
        label=_("Number or address for the answer"),
        max_length=254,
        required=False,
        help_text=_("Used for this case only, and never for campaigning."),
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        self.fields["note"].help_text = warning_on_notes()
        self.fields["key"].initial = uuid7()


class StepForm(forms.Form):
    """One step on a case; ``act`` is the button pressed."""

    act = forms.ChoiceField(
        choices=[(act, act) for act in ("note", "reply", "hand", "close", "reopen")]
    )
    words = forms.CharField(max_length=WORDS_LENGTH, required=False)
    channel = forms.ChoiceField(choices=HOW_TO_REPLY, required=False)
    to = forms.CharField(max_length=254, required=False)
    key = forms.UUIDField()


class OfferForm(forms.Form):
    """What is done about an offer; ``act`` is the button pressed."""

    act = forms.ChoiceField(choices=[(act, act) for act in ("take", "hand", "done", "declined")])
    words = forms.CharField(max_length=300, required=False)
    to = forms.CharField(max_length=254, required=False)


class OfferFilter(forms.Form):
    """Which offers are listed."""

    show = forms.ChoiceField(
        choices=[(which, which) for which in ("open", "taken", "mine", "over")], required=False
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("All kinds")), *Offer.Kind.choices], required=False
    )
