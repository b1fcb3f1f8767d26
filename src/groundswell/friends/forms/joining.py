"""Starting from a link."""

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.look.widgets import EmailInput


class NewcomerForm(forms.Form):
    """For somebody new: a name and an address are all it takes."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name", "autocapitalize": "words"}),
    )
    email = forms.EmailField(label=_("Your e-mail address"), widget=EmailInput())
