"""The forms of files of past canvassing."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from groundswell.common import clock
from groundswell.contact.queries.past import NotSaid, what_it_can_mean
from groundswell.look.widgets import DayInput
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.privacy.models import Channel
from groundswell.register.queries import councils_for


class PastCanvassForm(forms.Form):
    """One file, and what holds for rows that do not say it themselves."""

    file = forms.FileField(
        label=gettext_lazy("The file"),
        help_text=gettext_lazy(
            "CSV, TSV or XLSX: a row for each time somebody was canvassed, with elector number or"
            " name and address."
        ),
    )
    council = forms.ModelChoiceField(
        label=gettext_lazy("Council or county"), queryset=Area.objects.none(), empty_label=None
    )
    source = forms.CharField(
        label=gettext_lazy("Where it comes from"),
        help_text=gettext_lazy("Shown beside each result, for instance “Connect, May 2023”."),
        max_length=80,
    )
    canvassed_on = forms.DateField(
        label=gettext_lazy("Canvassed on"),
        help_text=gettext_lazy("For rows that do not say."),
        widget=DayInput,
    )
    channel = forms.ChoiceField(
        label=gettext_lazy("How"),
        help_text=gettext_lazy("For rows that do not say."),
        choices=Channel.choices,
        initial=Channel.DOOR,
    )

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["council"].queryset = councils_for(member)  # type: ignore[attr-defined]  # areas
        self.fields["canvassed_on"].initial = clock.today()


class MeaningsForm(forms.Form):
    """One choice for each word of the file that nobody has explained yet."""

    def __init__(self, *args: Any, words: list[NotSaid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._keys = {f"word-{place}": one.key for place, one in enumerate(words)}
        for place, one in enumerate(words):
            self.fields[f"word-{place}"] = forms.ChoiceField(
                label=ngettext("“%(word)s”, in %(n)s row", "“%(word)s”, in %(n)s rows", one.rows)
                % {"word": one.word, "n": one.rows},
                choices=[("", _("Not yet said")), *what_it_can_mean()],
                required=False,
            )

    def meanings(self) -> dict[str, str]:
        """What was said, by the words' keys."""
        return {
            key: self.cleaned_data[name]
            for name, key in self._keys.items()
            if self.cleaned_data[name]
        }
