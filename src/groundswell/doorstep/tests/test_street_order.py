"""The order that local people fixed stays: across imports, rollovers and new districts."""

import pytest

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.contact.commands import keep_states
from groundswell.contact.models import Script, ScriptVersion
from groundswell.doorstep.commands import book_round, cut_by_size, fix_street_order
from groundswell.doorstep.models import Round, RoundDoor
from groundswell.outreach.commands import EffortPlan, draw_up_effort, open_effort
from groundswell.places.models import Area, Postcode
from groundswell.register.models import Household
from groundswell.register.tests.registers import HERE, NEXT_DECEMBER, bring_in, elector, write
from groundswell.targeting.models import Universe
from tests.canvass import open_canvass

HOUSES = (1, 2, 3, 4, 5, 6)
ORDER = (6, 4, 2, 1, 3, 5)


@pytest.fixture
def council(db):
    """A council with one ward, on whose postcode the street lies."""
    council = _area("council", "E07000066", None)
    seat = _area("constituency", "E14001091", None)
    Postcode.objects.create(
        postcode=HERE,
        latitude=51.57,
        longitude=0.46,
        constituency=seat,
        ward=_area("ward", "E05004036", seat),
        source="test",
    )
    return council


def test_a_rollover_that_renumbers_and_recodes_leaves_the_order(council, tmp_path):
    bring_in(_register(tmp_path / "first.csv", HOUSES, "AB"), council)
    seat = Area.objects.get(kind="constituency")
    homes = {home.number_order: home for home in Household.objects.filter(constituency=seat)}
    fix_street_order(
        by=None,
        constituency=seat,
        polling_district=homes[1].polling_district,
        street=homes[1].street,
        households=[homes[number].pk for number in ORDER],
    )
    assert _walked(seat) == list(ORDER)
    bring_in(
        _register(tmp_path / "second.csv", (7, *reversed(HOUSES)), "CD"),
        council,
        published=NEXT_DECEMBER,
    )
    assert _walked(seat) == [6, 4, 2, 1, 3, 5, 7]


def test_free_rounds_follow_at_once_and_those_out_stay_as_they_are(town):
    effort = open_canvass(town, doors=12, streets=1)
    free, out = cut_by_size(by=town.organiser, effort=effort, doors=6)
    book_round(by=town.caller, walked=out, key=free.key)
    before = _positions(out)
    homes = Household.objects.filter(constituency=town.marshfield, street="Mill Lane")
    order = [home.pk for home in homes.order_by("-number_order")]
    given = {"constituency": town.marshfield, "polling_district": None, "street": "Mill Lane"}
    with pytest.raises(Refused, match="Only an organiser"):
        fix_street_order(by=town.caller, households=order, **given)
    with pytest.raises(Refused, match="has changed meanwhile"):
        fix_street_order(by=town.organiser, households=[*order, 0], **given)
    fix_street_order(by=town.organiser, households=order, **given)
    now = _positions(free)
    assert now == [one for one in order if one in set(now)]
    assert _positions(out) == before


def _positions(walked: Round) -> list[int]:
    rows = RoundDoor.objects.filter(constituency=walked.constituency_id, round_id=walked.pk)
    return list(rows.order_by("position").values_list("household_id", flat=True))


def _walked(seat: Area) -> list[int]:
    """The house numbers of the street as a canvass drawn up now walks them."""
    keep_states([seat.pk])
    at = clock.now()
    script = Script.objects.create(name="At the door", area=seat, made_at=at)
    plan = EffortPlan(
        name="On foot",
        area=seat,
        universe=Universe.objects.create(
            name="Everybody",
            area=seat,
            rule={"match": "all", "conditions": []},
            made_at=at,
            changed_at=at,
        ),
        script_version=ScriptVersion.objects.create(
            script=script, number=1, introduction="Hello", saved_at=at
        ),
        starts_on=clock.today(),
        ends_on=clock.today(),
    )
    effort = open_effort(by=None, effort=draw_up_effort(by=None, channel="door", plan=plan))
    (made,) = cut_by_size(by=None, effort=effort, doors=60)
    numbers = dict(Household.objects.filter(constituency=seat).values_list("pk", "number_order"))
    return [numbers[one] for one in _positions(made)]


def _register(path, houses, prefix):
    return write(
        path,
        [
            elector(
                at, f"Smith{'abcdefg'[house - 1]}", "Ann", f"{house} Southernhay", prefix=prefix
            )
            for at, house in enumerate(houses, start=1)
        ],
    )


def _area(kind, code, parent):
    area = Area.objects.create(kind=kind, code=code, name=code, nation="E", parent=parent)
    area.path = f"{parent.path if parent else '/'}{area.pk}/"
    area.save(update_fields=["path"])
    return area
