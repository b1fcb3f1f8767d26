"""Loading files: what comes of them, and that loading twice changes nothing."""

from datetime import date

import pytest

from groundswell.common.models import AuditLine
from groundswell.places import commands, gazetteer
from groundswell.places.models import Area, Postcode
from groundswell.places.queries import find_postcode
from groundswell.places.tests import known
from groundswell.places.tests.files import code_point, feature, geojson, square, text

pytestmark = pytest.mark.django_db
# Two spots in Basildon on the National Grid, and squares of a kilometre round them in degrees.
HERE = (570112, 188368)
WARD = square(0.445, 51.565, 0.02)
SEAT = square(0.4, 51.5, 0.2)


@pytest.fixture
def tree(tmp_path):
    """A constituency and a ward in it, both with outlines."""
    path = geojson(
        tmp_path / "areas.json",
        feature(SEAT, PCON24CD="E14009001", PCON24NM="Marshfield"),
        feature(WARD, WD24CD="E05009001", WD24NM="Riverside"),
    )
    commands.load_boundaries(by=None, path=path)
    lookup = text(tmp_path / "l.csv", "WD24CD,PCON24CD", "E05009001,E14009001")
    commands.load_seats(by=None, path=lookup)
    return path


def test_basildon_comes_whole_and_twice_is_once():
    commands.load_basildon(by=None)
    before = (set(Area.objects.values_list("pk", "path")), set(Postcode.objects.values_list("pk")))
    commands.load_basildon(by=None)
    after = (set(Area.objects.values_list("pk", "path")), set(Postcode.objects.values_list("pk")))
    assert before == after
    assert Postcode.objects.count() == 4_169
    seats = {
        ward: known.area("constituency", seat.constituency_code)
        for ward, seat in gazetteer.ward_seats().items()
    }
    for postcode in Postcode.objects.select_related("ward", "constituency"):
        assert postcode.ward
        assert postcode.constituency == seats[postcode.ward.code]
    borough = known.area("council", "E07000066")
    assert Area.objects.filter(kind="ward", council=borough).count() == 16


def test_a_postcode_goes_to_the_ward_its_file_names_or_else_to_the_one_that_holds_it(
    tree, tmp_path
):
    rows = [
        code_point("SS14 1AA", *HERE, "E05009001"),
        code_point("SS14 1AB", *HERE, "E05777777"),
        code_point("SS14 1AD", HERE[0] + 30_000, HERE[1], "E05777777"),
    ]
    loaded = commands.load_postcodes(by=None, path=text(tmp_path / "ss.csv", *rows), source="ours")
    assert (loaded.read, loaded.refused, loaded.new) == (3, 0, 3)
    wards = {one: known.postcode(one).ward for one in ("SS14 1AA", "ss141ab", "SS14 1AD")}
    assert [ward and ward.name for ward in wards.values()] == ["Riverside", "Riverside", None]
    marshfield = known.area("constituency", "E14009001")
    assert known.postcode("SS14 1AB").constituency == marshfield
    assert known.postcode("SS14 1AD").constituency is None
    assert find_postcode("SS14 9ZZ") is None


def test_a_later_directory_moves_postcodes_and_leaves_those_it_does_not_name(tree, tmp_path):
    first = text(
        tmp_path / "a.csv",
        code_point("SS14 1AA", *HERE, "E05009001"),
        code_point("SS14 1AB", *HERE, "E05009001"),
    )
    commands.load_postcodes(by=None, path=first, source="first")
    second = text(tmp_path / "b.csv", code_point("SS14 1AA", HERE[0] + 500, HERE[1], "E05009001"))
    loaded = commands.load_postcodes(by=None, path=second, source="second")
    assert loaded.new == 0
    sources = dict(Postcode.objects.values_list("postcode", "source"))
    assert sources == {"SS14 1AA": "second", "SS14 1AB": "first"}


def test_a_ward_that_gets_another_constituency_takes_everything_in_it_along(tree, tmp_path):
    ward = known.area("ward", "E05009001")
    council = Area.objects.create(kind="council", code="E07009001", name="Town", path="/x/")
    districts = commands.keep_polling_districts(
        by=None, council=council, wards={"KD-2/2": ward.pk, "1E": ward.pk}
    )
    rows = text(tmp_path / "ss.csv", code_point("SS14 1AA", *HERE, "E05009001"))
    commands.load_postcodes(by=None, path=rows)
    lookup = text(
        tmp_path / "new.csv",
        "WD25CD,PCON25CD,PCON25NM,LAD25CD,LAD25NM",
        "E05009001,E14009002,Hillbury,E07009001,Town",
    )
    loaded = commands.load_seats(by=None, path=lookup)
    assert (loaded.wards, loaded.constituencies, loaded.new) == (1, 1, 1)
    seat = known.area("constituency", "E14009002")
    ward.refresh_from_db()
    assert (ward.parent, ward.council) == (seat, council)
    assert ward.path == f"{seat.path}{ward.pk}/"
    district = Area.objects.get(pk=districts["KD-2/2"])
    assert (district.name, district.code) == ("KD-2/2", "E07009001/KD-2/2")
    assert district.path == f"{ward.path}{district.pk}/"
    assert known.postcode("SS14 1AA").constituency == seat
    again = commands.keep_polling_districts(by=None, council=council, wards={"1E": ward.pk})
    assert again == {"1E": districts["1E"]}


def test_boundaries_are_corrected_in_place_and_begun_anew_from_a_later_day(tree, tmp_path):
    first = known.area("ward", "E05009001")
    renamed = geojson(
        tmp_path / "r.json", feature(WARD, WD24CD="E05009001", WD24NM="Riverside and Marsh")
    )
    assert commands.load_boundaries(by=None, path=renamed).corrected == 1
    assert commands.load_boundaries(by=None, path=renamed).unchanged == 1
    assert known.area("ward", "E05009001").pk == first.pk
    larger = geojson(
        tmp_path / "n.json",
        feature(square(0.445, 51.565, 0.03), WD24CD="E05009001", WD24NM="Riverside"),
    )
    day = date(2027, 5, 6)
    assert commands.load_boundaries(by=None, path=larger, valid_from=day).begun_anew == 1
    first.refresh_from_db()
    second = known.area("ward", "E05009001")
    assert (first.valid_to, second.valid_from, second.valid_to) == (day, day, None)
    assert second.parent
    assert second.parent == first.parent
    assert second.path == f"{second.parent.path}{second.pk}/"


def test_new_wards_end_the_old_ones_on_their_ground_and_no_others(tree, tmp_path):
    elsewhere = geojson(
        tmp_path / "e.json", feature(square(1.2, 52, 0.02), WD24CD="E05009009", WD24NM="Far")
    )
    commands.load_boundaries(by=None, path=elsewhere)
    new = geojson(
        tmp_path / "n.json",
        feature(square(0.44, 51.56, 0.02), WD27CD="E05019001", WD27NM="West"),
        feature(square(0.46, 51.56, 0.02), WD27CD="E05019002", WD27NM="East"),
    )
    day = date(2027, 5, 6)
    loaded = commands.load_boundaries(by=None, path=new, valid_from=day, replaces=True)
    assert (loaded.new, loaded.ended) == (2, 1)
    today = Area.objects.filter(kind="ward", valid_to=None)
    assert set(today.values_list("name", flat=True)) == {"West", "East", "Far"}
    assert Area.objects.get(code="E05009001").valid_to == day


def test_every_load_leaves_a_line_in_the_trail(tree, tmp_path):
    commands.load_postcodes(
        by=None, path=text(tmp_path / "ss.csv", code_point("SS14 1AA", *HERE, "E05009001"))
    )
    actions = set(AuditLine.objects.values_list("action", flat=True))
    assert actions >= {"places.load_boundaries", "places.load_seats", "places.load_postcodes"}
