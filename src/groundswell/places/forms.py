"""The form with which a file of places comes in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.look.widgets import DayInput
from groundswell.places.models import Area


class UploadForm(forms.Form):
    """One file, and for boundaries from when they hold."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_(
            "Postcodes: Code-Point Open or the ONS Postcode Directory, CSV or the ZIP as you "
            "downloaded it. Boundaries: GeoJSON. Or the ONS lookup of wards to constituencies, CSV."
        ),
    )
    area_kind = forms.ChoiceField(
        label=_("What areas are these?"),
        help_text=_("Only for boundaries whose codes do not say it, such as branches."),
        choices=[("", _("As their codes say")), *Area.Kind.choices],
        required=False,
    )
    valid_from = forms.DateField(
        label=_("The boundaries hold from"),
        help_text=_("Leave empty if they always did as far as we care."),
        widget=DayInput,
        required=False,
    )
    replaces = forms.BooleanField(
        label=_("They replace the old ones"),
        help_text=_(
            "Areas of the same kind on the same ground that are not in the file end on that day."
        ),
        required=False,
    )
