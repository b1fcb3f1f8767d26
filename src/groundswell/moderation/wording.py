"""Names of harms, in the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HARM_NAMES: dict[str, Promise] = {
    "terrorism": _("Terrorism"),
    "child_abuse": _("Sexual abuse of children"),
    "hate": _("Stirring up hatred"),
    "harassment": _("Harassment and stalking"),
    "threats": _("Threats, also to candidates and campaigners"),
    "fraud": _("Fraud, and pretending to be somebody"),
    "intimate_images": _("Intimate pictures without consent"),
    "foreign_interference": _("Interference from abroad"),
    "election_offences": _("False statements about a candidate, and other election offences"),
    "self_harm": _("Encouraging self-harm"),
}
