"""What is written on the pages of safety."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.common.ids import uuid7
from groundswell.look.widgets import PhoneInput, PostcodeInput
from groundswell.safety.models.doors import NOTE_LENGTH


class KeyedForm(forms.Form):
    """A form that carries a key of its own, so that sending it twice is sending it once."""

    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid7()


class BuddyForm(KeyedForm):
    """Who knows where one is."""

    buddy_name = forms.CharField(label=_("Your buddy’s name"), max_length=120)
    buddy_phone = forms.CharField(
        label=_("Their number"), max_length=20, required=False, widget=PhoneInput()
    )


class HelpForm(KeyedForm):
    """A call for help; nothing need be written."""

    note = forms.CharField(
        label=_("What is wrong? You need not write anything."),
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )


class EndHelpForm(forms.Form):
    """How a call for help ended."""

    came_of_it = forms.CharField(
        label=_("How did it end?"), max_length=500, widget=forms.Textarea({"rows": 2})
    )


class DoorsForm(forms.Form):
    """Looking for a door."""

    postcode = forms.CharField(
        label=_("Postcode"), max_length=10, required=False, widget=PostcodeInput()
    )


class DoorNoteForm(KeyedForm):
    """A note on a door."""

    text = forms.CharField(
        label=_("What should the next one at this door know?"),
        max_length=NOTE_LENGTH,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Write what happened, not what you think of people: they may ask to read it."),
    )
    safety = forms.BooleanField(label=_("For safety: organisers only"), required=False)
    do_not_send = forms.BooleanField(label=_("Do not send anyone to this door"), required=False)


class EndNoteForm(forms.Form):
    """Why a note is no longer needed."""

    reason = forms.CharField(max_length=300, required=False)
