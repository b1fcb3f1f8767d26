"""Forms about results that wait for a decision."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DecisionForm(forms.Form):
    """An organiser's decision on held results, with its reason."""

    fair = forms.TypedChoiceField(
        label=_("What do you decide?"),
        choices=[("yes", _("Fair: count them again")), ("no", _("Invented: leave them out"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("The caller reads this sentence."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReplyForm(forms.Form):
    """The caller's own answer to a flag."""

    reply = forms.CharField(
        label=_("What happened?"),
        help_text=_("Whoever decides reads it beside the figures."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
