"""What a device sends when a supporter chooses to tell something of a friend."""

from datetime import UTC
from typing import Any

from django import forms

from groundswell.common import phone, postcode
from groundswell.common.errors import Refused
from groundswell.contact.models import Meaning
from groundswell.friends.commands import Confided
from groundswell.friends.commands.confiding import CONSENTS, OUTCOMES
from groundswell.friends.queries import Spoken


class ConfidedForm(forms.Form):
    """One friend; every detail but id, name, outcome and moment may be left out."""

    id = forms.UUIDField()
    name = forms.CharField(max_length=160)
    phone = forms.CharField(max_length=40, required=False)
    email = forms.EmailField(required=False)
    postcode = forms.CharField(max_length=12, required=False)
    outcome = forms.ChoiceField(choices=[(one, one) for one in OUTCOMES])
    made_at = forms.DateTimeField(input_formats=["%Y-%m-%dT%H:%M:%S.%fZ", "%Y-%m-%dT%H:%M:%SZ"])
    view = forms.ChoiceField(choices=Meaning.choices, required=False)
    consents = forms.JSONField(required=False)

    def clean_phone(self) -> str:
        """As E.164; what is no number is left out, the rest still counts."""
        given: str = self.cleaned_data["phone"]
        try:
            return phone.to_e164(given) if given else ""
        except Refused:
            return ""

    def clean_postcode(self) -> str:
        """Tidied; empty where it is none."""
        return postcode.tidy(self.cleaned_data["postcode"])

    def clean_consents(self) -> dict[str, str]:
        """Channels that may be named, with the words agreed to."""
        given: Any = self.cleaned_data["consents"] or {}
        if not isinstance(given, dict):
            return {}
        return {str(one): str(given[one])[:500] for one in CONSENTS if given.get(one)}

    def confided(self) -> Confided:
        """What was told."""
        given = self.cleaned_data
        return Confided(
            id_on_device=given["id"],
            spoken=Spoken(given["name"], given["phone"], given["email"].lower(), given["postcode"]),
            outcome=given["outcome"],
            made_at=given["made_at"].replace(tzinfo=UTC),
            view=given["view"],
            consents=given["consents"],
        )
