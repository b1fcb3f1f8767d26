"""Drawing up a delivery, and what its link's page sends."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.targeting.queries import areas_to_choose


class DeliveryForm(forms.Form):
    """A name and an area."""

    name = forms.CharField(label=_("Name"), max_length=120)
    area = forms.ModelChoiceField(
        label=_("Every door of"), queryset=Area.objects.none(), empty_label=None
    )

    def __init__(self, sent: QueryDict | None, *, member: Member) -> None:
        super().__init__(sent)
        field = self.fields["area"]
        if isinstance(field, forms.ModelChoiceField):
            ids = [area.pk for area in areas_to_choose(member)]
            field.queryset = Area.objects.filter(pk__in=ids).order_by("kind", "name")


class StreetForm(forms.Form):
    """Which street, and whether it is done."""

    constituency = forms.IntegerField()
    district = forms.IntegerField()
    street = forms.CharField(max_length=120, strip=False)
    done = forms.BooleanField(required=False)


class DoorForm(forms.Form):
    """Which door, and whether a leaflet reaches it."""

    constituency = forms.IntegerField()
    district = forms.IntegerField()
    street = forms.CharField(max_length=120, strip=False)
    household = forms.IntegerField()
    why = forms.CharField(max_length=120, required=False)
    so = forms.BooleanField(required=False)
