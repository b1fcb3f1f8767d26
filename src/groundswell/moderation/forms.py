"""Forms about what was posted."""

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.look.widgets import EmailInput
from groundswell.moderation.models import Outcome, Report, RiskNote
from groundswell.moderation.wording import HARM_NAMES


class ReportForm(forms.Form):
    """What is wrong with a thing."""

    reason = forms.ChoiceField(
        label=_("What is wrong with it?"), choices=Report.Reason.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("In your own words"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class StrangersReportForm(ReportForm):
    """The same, from somebody without an account."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("Only to tell you what was decided."),
        required=False,
        widget=EmailInput(),
    )


class DecisionForm(forms.Form):
    """What becomes of a reported thing."""

    outcome = forms.ChoiceField(
        label=_("What do you decide?"),
        choices=[(Outcome.KEPT, _("It stays")), (Outcome.HIDDEN, _("Take it down"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("Who wrote it and who reported it read this."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AppealForm(forms.Form):
    """Why a decision is wrong."""

    words = forms.CharField(
        label=_("Why is the decision wrong?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AnswerForm(forms.Form):
    """What becomes of an appeal."""

    change = forms.TypedChoiceField(
        label=_("What do you decide?"),
        choices=[("no", _("The decision stays")), ("yes", _("Turn the decision round"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("Who wrote it and who reported it read this."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RiskForm(forms.Form):
    """How headquarters sees one risk."""

    harm = forms.ChoiceField(label=_("What could happen"), choices=list(HARM_NAMES.items()))
    level = forms.ChoiceField(label=_("How high is the risk?"), choices=RiskNote.Level.choices)
    words = forms.CharField(
        label=_("Why, and what is done against it"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
