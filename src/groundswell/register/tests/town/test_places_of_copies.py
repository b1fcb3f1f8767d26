"""The copies of the town have places of their own."""

from datetime import date

import pytest

from groundswell.places import commands, queries
from groundswell.places.models import Area, Postcode
from groundswell.register import town


@pytest.mark.django_db
def test_the_places_of_a_copy_are_loaded_like_any_others(tmp_path):
    written = town.write_places(2, tmp_path)
    commands.load_seats(by=None, path=written.seats)
    commands.load_postcodes(by=None, path=written.postcodes)
    copy = town.make_town(400, 1, date(2025, 12, 1), number=2)
    homes = {one.home.postcode: one.home for one in copy.electors() if one.home}
    for postcode, home in homes.items():
        found = queries.find_postcode(postcode)
        assert found
        assert found.ward
        assert found.constituency
        assert found.ward.code == home.ward_code
        assert found.constituency.code == home.constituency_code
        assert found.ward.council_id
    assert Area.objects.filter(kind=Area.Kind.CONSTITUENCY).count() == 6
    assert Postcode.objects.count() == 2 * 4_169
