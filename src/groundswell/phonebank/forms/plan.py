"""Drawing up a phone bank."""

from datetime import time

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.look.widgets import WholeNumberInput
from groundswell.outreach.forms import EffortForm

SHOWS = [
    ("past", _("What we know of them, in a line")),
    ("address", _("Their address")),
    ("age", _("Their age, where known")),
    ("along", _("All people of their batch at once, so that a call is possible without signal")),
]


class PlanForm(EffortForm):
    """An effort by telephone."""

    labels = {"universe": _("Whom to call"), "joining": _("Who may call")}
    help_texts = {
        "name": _("Callers read it: “Riverside, first round”."),
        "script": _("Saving takes its newest version; callers have it with their next person."),
        "area": _("Its organisers run this phone bank with you."),
    }
    usual = {"weekday_from": time(9), "batch_size": 10, "cap_per_day": 100, "shows": []}
    also_planned = ("batch_size", "cap_per_day", "shows")

    batch_size = forms.IntegerField(
        label=_("People kept for one caller at a time"), min_value=1, widget=WholeNumberInput()
    )
    cap_per_day = forms.IntegerField(
        label=_("Most people a caller may call in a day"), min_value=1, widget=WholeNumberInput()
    )
    shows = forms.MultipleChoiceField(
        label=_("What callers see beside name, area and number"),
        choices=SHOWS,
        required=False,
        widget=forms.CheckboxSelectMultiple(),
        help_text=_("Show no more of people than the conversation needs."),
    )
