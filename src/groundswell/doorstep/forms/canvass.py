"""Drawing up a canvass."""

from datetime import time

from django.utils.translation import gettext_lazy as _

from groundswell.outreach.forms import EffortForm


class CanvassForm(EffortForm):
    """An effort at doors."""

    labels = {"universe": _("Whom to call on"), "joining": _("Who may take a round")}
    help_texts = {
        "name": _("Canvassers read it: “Riverside on foot”."),
        "area": _("Its organisers run this canvass with you."),
    }
    usual = {"weekday_from": time(10)}
    usual_days = 28
