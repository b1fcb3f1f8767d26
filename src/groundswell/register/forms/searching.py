"""The form with which somebody looks for an elector."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member
from groundswell.members.queries import areas_held
from groundswell.places.models import Area
from groundswell.register.queries import SEES_ELECTORS


class SearchForm(forms.Form):
    """A name, postcode, elector number, street or telephone number; narrowed to an area."""

    q = forms.CharField(
        label=_("Name, postcode, elector number, street or telephone"),
        max_length=120,
        required=False,
        widget=forms.SearchInput(attrs={"autocomplete": "off", "autofocus": True}),
    )
    area = forms.ModelChoiceField(
        label=_("Area"),
        queryset=Area.objects.none(),
        required=False,
        empty_label=_("All my areas"),
    )

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = areas_held(member, *SEES_ELECTORS)
        area = self.fields["area"]
        if isinstance(area, forms.ModelChoiceField):
            area.queryset = Area.objects.filter(pk__in=[one.pk for one in held])
        if len(held) < 2:
            del self.fields["area"]
