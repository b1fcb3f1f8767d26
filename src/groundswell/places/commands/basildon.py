"""The real places that come with the package, for the demonstration and the tests."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from groundswell.places import gazetteer
from groundswell.places.commands.areas import AreaGiven, keep_areas, keep_nation
from groundswell.places.commands.boundaries import load_boundaries
from groundswell.places.commands.postcodes import load_postcodes
from groundswell.places.commands.seats import load_seats
from groundswell.places.models import Area


@transaction.atomic
def load_basildon(*, by: AbstractBaseUser | None) -> Area:
    """Basildon: its three constituencies, 16 wards and 4,169 postcodes; the council. Repeatable."""
    england = keep_nation(by=by, nation="E")
    council = AreaGiven(
        Area.Kind.COUNCIL, gazetteer.COUNCIL_CODE, gazetteer.COUNCIL_NAME, england, nation="E"
    )
    borough = keep_areas(by=by, areas=[council])[council.code]
    load_boundaries(by=by, path=gazetteer.CONSTITUENCIES)
    load_boundaries(by=by, path=gazetteer.WARDS)
    load_seats(by=by, path=gazetteer.SEATS)
    wards = Area.objects.filter(kind=Area.Kind.WARD, code__in=gazetteer.ward_seats(), valid_to=None)
    wards.exclude(council=borough).update(council=borough)
    load_postcodes(by=by, path=gazetteer.POSTCODES, source="Code-Point Open, Basildon")
    return Area.objects.get(pk=borough)
