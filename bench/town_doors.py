"""The doors of the pretend town, as a register tells them: each by its postcode's middle."""

import re
from datetime import date
from functools import cache

from groundswell.doorstep.rules.doors import Door
from groundswell.places import gazetteer
from groundswell.places.rules import from_national_grid
from groundswell.register.town import make_town


@cache
def doors_of_the_town(most: int) -> list[Door]:
    """So many doors, ward by ward, so that they lie together."""
    points = {one.postcode: one for one in gazetteer.postcode_points()}
    made = make_town(6 * most, seed=1, published=date(2026, 12, 1))
    homes = {one.home.home_id: one.home for one in made.electors() if one.home}
    known = [home for home in homes.values() if home.postcode in points]
    known.sort(key=lambda home: (home.constituency_code, home.ward_code))
    here = [points[home.postcode] for home in known[:most]]
    positions = from_national_grid([one.easting for one in here], [one.northing for one in here])
    return [
        Door(
            household_id=home.home_id,
            street=home.street,
            locality=home.locality or home.post_town,
            order=int(found.group()) if (found := re.search(r"\d+", home.number)) else 0,
            number=home.number,
            name=home.building,
            flat=home.flat,
            latitude=position.latitude,
            longitude=position.longitude,
            postcode=home.postcode,
        )
        for home, position in zip(known, positions, strict=False)
    ]
