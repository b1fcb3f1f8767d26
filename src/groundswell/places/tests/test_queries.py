"""Questions about places."""

import pytest

from groundswell.places import commands, queries
from groundswell.places.models import Area
from groundswell.places.rules import Position
from groundswell.places.tests import known

pytestmark = pytest.mark.django_db


@pytest.fixture
def borough(db):
    """Basildon."""
    return commands.load_basildon(by=None)


def test_the_tree_is_walked_up_and_down(borough):
    ward = known.area("ward", "E05004032")
    chain = [area.kind for area in queries.areas_above(ward)]
    assert chain == ["country", "nation", "constituency", "ward"]
    seat = queries.constituency_above(ward)
    assert seat == known.area("constituency", "E14001077")
    assert queries.constituency_above(known.area("country", "K02000001")) is None
    assert ward in queries.areas_below(seat, "ward")
    assert ward not in queries.areas_below(known.area("constituency", "E14001437"))


def test_a_councils_wards_are_below_it_though_they_stand_under_constituencies(borough):
    wards = list(queries.areas_below(borough, "ward"))
    assert len(wards) == 16
    assert [area.name for area in wards] == sorted(area.name for area in wards)


def test_a_point_lies_in_its_ward_and_the_sea_in_none(borough):
    found = known.postcode("cm12 9bq")
    here = Position(found.latitude, found.longitude)
    ward = queries.area_at(here)
    assert ward == found.ward == known.area("ward", "E05004021")
    assert queries.area_at(Position(51.5, 2.0)) is None


def test_the_nearest_postcodes_come_nearest_first_and_within_the_limit(borough):
    found = known.postcode("CM12 9BQ")
    here = Position(found.latitude, found.longitude)
    near = queries.nearest_postcodes(here, most=5, within_metres=300)
    assert near[0].postcode == found
    assert near[0].metres == pytest.approx(0, abs=0.1)
    metres = [one.metres for one in near]
    assert metres == sorted(metres)
    assert max(metres) <= 300
    assert queries.nearest_postcodes(Position(55, -5), within_metres=2_000) == []


def test_outlines_are_drawn_with_code_and_name(borough):
    drawn = queries.feature_collection(queries.areas_below(borough, "ward"))
    assert len(drawn["features"]) == 16
    assert {one["properties"]["code"][:3] for one in drawn["features"]} == {"E05"}
    assert queries.feature_collection([borough])["features"] == []


def test_what_is_known_is_counted(borough):
    counts = {one.kind: (one.today, one.with_outline) for one in queries.areas_by_kind()}
    assert counts[Area.Kind.WARD] == (16, 16)
    assert counts[Area.Kind.COUNCIL] == (1, 0)
    [source] = queries.postcode_sources()
    assert (source.postcodes, source.without_ward) == (4_169, 0)
