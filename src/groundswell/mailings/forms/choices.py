"""What mail one wants."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from groundswell.mailings.models import Interest
from groundswell.mailings.registry import MAILING, Kind
from groundswell.mailings.wording import consent_wording


class ChoicesForm(forms.Form):
    """A box for each kind, as it stands; that for mailings carries the words of the consent."""

    def __init__(
        self, *args: Any, wishes: Iterable[tuple[Kind, bool]], cares: Iterable[int] = ()
    ) -> None:
        super().__init__(*args)
        for kind, wanted in wishes:
            self.fields[kind.name] = forms.BooleanField(
                label=consent_wording() if kind.name == MAILING else str(kind.title),
                required=False,
                initial=wanted,
            )
        offered = [(str(one.pk), one.name) for one in Interest.objects.order_by("name")]
        if offered:
            self.fields["interests"] = forms.MultipleChoiceField(
                label=_("What I care about"),
                choices=offered,
                required=False,
                initial=[str(one) for one in cares],
                widget=forms.CheckboxSelectMultiple(),
                help_text=_("Some mail goes only to those who care."),
            )
