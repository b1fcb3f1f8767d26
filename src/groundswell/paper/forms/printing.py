"""Choosing how a round goes on paper."""

from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from groundswell.doorstep.models import Round
from groundswell.look.widgets import ChoiceButtons
from groundswell.paper.models import Printing


class PrintForm(forms.Form):
    """Usual or large, with or without the map."""

    edition = forms.ChoiceField(
        label=_("Print"),
        choices=Printing.Edition.choices,
        initial=Printing.Edition.STANDARD,
        widget=ChoiceButtons(),
    )
    with_map = forms.BooleanField(label=_("With a map of the round"), required=False, initial=True)


class PrintRoundsForm(PrintForm):
    """The same for several rounds of a canvass, all of them to begin with."""

    rounds = forms.MultipleChoiceField(
        label=_("Rounds"), widget=forms.CheckboxSelectMultiple(), choices=[]
    )

    def __init__(self, sent: QueryDict | None, *, rounds: Sequence[Round]) -> None:
        codes = [(one.code, str(one)) for one in rounds]
        super().__init__(sent, initial={"rounds": [code for code, _name in codes]})
        field = self.fields["rounds"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = codes
        self._by_code = {one.code: one for one in rounds}

    def chosen(self) -> list[Round]:
        """The rounds that were ticked."""
        return [self._by_code[code] for code in self.cleaned_data["rounds"]]
