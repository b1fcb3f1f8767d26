"""Joining a canvass by its link."""

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.look.widgets import EmailInput


class AgreeForm(forms.Form):
    """For somebody we know: read and agreed to."""

    agree = forms.BooleanField(
        label=_("I will knock kindly, write down what people say, and keep it to myself."),
        error_messages={"required": _("Tick this to say that you agree.")},
    )


class NewcomerForm(AgreeForm):
    """For somebody new: a name and an address are all it takes."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name", "autocapitalize": "words"}),
    )
    email = forms.EmailField(label=_("Your e-mail address"), widget=EmailInput())
    field_order = ("name", "email", "agree")
