"""Coming, bringing friends, lifts, the door, feedback."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from groundswell.events.models import Event, Feedback
from groundswell.events.queries import ShiftFilling
from groundswell.look.widgets import ChoiceButtons, EmailInput, WholeNumberInput


class ComeForm(forms.Form):
    """For somebody we know: which shift, how many friends, what they take on."""

    key = forms.UUIDField(widget=forms.HiddenInput())
    shift = forms.TypedChoiceField(label=_("When"), coerce=int, widget=forms.HiddenInput())
    guests = forms.TypedChoiceField(
        label=_("Bring a friend?"), coerce=int, required=False, empty_value=None
    )
    role = forms.TypedChoiceField(
        label=_("Could you also be…"), coerce=int, required=False, empty_value=None
    )

    def __init__(self, *given: Any, event: Event, shifts: list[ShiftFilling], **named: Any) -> None:
        super().__init__(*given, **named)
        shift, guests, role = self.fields["shift"], self.fields["guests"], self.fields["role"]
        shift.choices = [(one.shift.pk, "") for one in shifts]  # type: ignore[attr-defined]
        shift.initial = shifts[0].shift.pk if shifts else None
        guests.choices = [(0, _("Just me")), *_friends(event)]  # type: ignore[attr-defined]
        needed = [(one.pk, one.name) for one in event.roles_needed.order_by("pk")]
        role.choices = [("", _("Just coming")), *needed]  # type: ignore[attr-defined]
        if not event.guests_allowed:
            del self.fields["guests"]
        if not needed:
            del self.fields["role"]


def _friends(event: Event) -> list[tuple[int, str]]:
    return [
        (
            count,
            ngettext("Me and %(count)d friend", "Me and %(count)d friends", count)
            % {"count": count},
        )
        for count in range(1, event.guests_allowed + 1)
    ]


class NewcomerForm(ComeForm):
    """For somebody new: a name and an address are all it takes."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name", "autocapitalize": "words"}),
    )
    email = forms.EmailField(label=_("Your e-mail address"), widget=EmailInput())
    field_order = ("name", "email")


class LiftForm(forms.Form):
    """A lift offered or wanted."""

    offers = forms.TypedChoiceField(
        label=_("Do you offer a lift, or want one?"),
        choices=[("yes", _("I have a car")), ("no", _("I need a lift"))],
        coerce=lambda said: said == "yes",
        widget=ChoiceButtons(),
    )
    seats = forms.IntegerField(
        label=_("Seats"), min_value=1, max_value=8, initial=1, widget=WholeNumberInput()
    )
    from_where = forms.CharField(
        label=_("Roughly from where"),
        max_length=120,
        help_text=_("A village or an estate: others who come see it."),
    )
    contact = forms.CharField(
        label=_("How to reach you"),
        max_length=200,
        help_text=_("A number or an address. Only somebody with whom you have agreed sees it."),
    )


class WalkInForm(forms.Form):
    """Somebody at the door."""

    key = forms.UUIDField(widget=forms.HiddenInput())
    shift = forms.IntegerField(widget=forms.HiddenInput())
    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail address, if they like"), required=False, widget=EmailInput()
    )


class FeedbackForm(forms.Form):
    """How it was, with words by choice."""

    mark = forms.TypedChoiceField(choices=Feedback.Mark, coerce=int, widget=forms.HiddenInput())
    words = forms.CharField(
        label=_("Anything to say to the host?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
