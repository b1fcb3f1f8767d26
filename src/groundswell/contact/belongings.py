"""Cases and offers in a member's hands: told to them, and open again once they leave."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.contact.commands.casework.leaving import put_down_casework
from groundswell.contact.models import Case, Offer
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.profiles.registry import Row, register_belongings


def register() -> None:
    """Tell of casework, without what voters said."""
    register_belongings(
        "casework",
        title=gettext_lazy("Cases and offers you looked after"),
        export=_export,
        leave=put_down_casework,
    )


def _export(member: Member) -> Iterable[Row]:
    places = Area.objects.filter(kind=Area.Kind.CONSTITUENCY).values("pk")
    for case in Case.objects.filter(constituency__in=places, named=member).order_by("told_at"):
        yield {_("Case"): case.pk, _("When"): case.told_at, _("State"): case.get_state_display()}
    offers = Offer.objects.filter(constituency__in=places, taken_by=member)
    for offer in offers.order_by("told_at"):
        yield {
            _("Offer"): offer.get_kind_display(),
            _("When"): offer.told_at,
            _("State"): offer.get_state_display(),
        }
