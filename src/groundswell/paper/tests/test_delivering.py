"""Leaflets: every door of the area, streets marked once, doors out of reach remembered."""

import pytest

from groundswell.common.errors import NotFound, Refused
from groundswell.paper.commands.delivering import (
    close_delivery,
    draw_up_delivery,
    mark_street,
    print_delivery,
    say_inaccessible,
    unmark_street,
)
from groundswell.paper.models import DeliveryMark
from groundswell.paper.queries.deliveries import (
    deliveries_for,
    delivery_by_code,
    doors_of,
    streets_of,
)
from groundswell.register.models import Elector, Household
from tests.canvass import doors_in


@pytest.fixture
def delivery(town):
    doors_in(town, 20, streets=2)
    return draw_up_delivery(by=town.organiser, name="Spring", area=town.riverside)


def where(street):
    return {
        "constituency_id": street.constituency_id,
        "district": street.polling_district_id,
        "street": street.street,
    }


def test_every_door_is_there_whoever_lives_behind_it(town, delivery):
    Elector.objects.filter(constituency=town.marshfield).update(kind="anonymous")
    streets = streets_of(delivery)
    assert [(one.street, one.leaflets) for one in streets] == [
        ("Long Riding", 10),
        ("Mill Lane", 10),
    ]
    assert [door.label for door in doors_of(streets[0])][:6] == ["1", "3", "5", "7", "9", "2"]


def test_a_street_is_done_once_and_its_own_member_takes_it_back(town, delivery):
    street = streets_of(delivery)[0]
    first = mark_street(by=town.caller, delivery=delivery, **where(street))
    again = mark_street(by=town.outsider, delivery=delivery, **where(street))
    assert (first.pk, first.doors) == (again.pk, 10)
    with pytest.raises(Refused, match="Somebody else did this street"):
        unmark_street(by=town.outsider, delivery=delivery, **where(street))
    unmark_street(by=town.caller, delivery=delivery, **where(street))
    assert streets_of(delivery)[0].mark is None
    assert DeliveryMark.objects.filter(constituency=town.marshfield).count() == 1


def test_a_door_out_of_reach_stays_so_for_the_next_delivery(town, delivery):
    street = streets_of(delivery)[0]
    door = doors_of(street)[0]
    given = {"constituency_id": door.constituency_id, "household_id": door.household_id}
    for _twice in range(2):
        say_inaccessible(by=town.caller, delivery=delivery, **given, why="Locked gate", so=True)
    later = draw_up_delivery(by=town.organiser, name="Summer", area=town.marshfield)
    there = next(one for one in streets_of(later) if one.street == street.street)
    assert (there.leaflets, there.inaccessible) == (9, 1)
    assert doors_of(there)[0].inaccessible == "Locked gate"
    say_inaccessible(by=town.caller, delivery=later, **given, why="", so=False)
    assert streets_of(delivery)[0].leaflets == 10
    elsewhere = Household.objects.create(constituency=town.hillbury, key="x", address="1 X Road")
    with pytest.raises(NotFound):
        say_inaccessible(
            by=town.caller,
            delivery=delivery,
            constituency_id=town.hillbury.pk,
            household_id=elsewhere.pk,
            why="",
            so=True,
        )


def test_only_organisers_draw_up_and_end(town, delivery):
    with pytest.raises(NotFound):
        draw_up_delivery(by=town.caller, name="Mine", area=town.riverside)
    with pytest.raises(NotFound):
        close_delivery(by=town.organiser_elsewhere, delivery=delivery)
    assert list(deliveries_for(town.organiser)) == [delivery]
    assert not deliveries_for(town.organiser_elsewhere)
    assert print_delivery(by=town.caller, delivery=delivery).startswith(b"%PDF")
    close_delivery(by=town.organiser, delivery=delivery)
    with pytest.raises(NotFound):
        delivery_by_code(delivery.code)
    delivery.refresh_from_db()
    with pytest.raises(Refused, match="over"):
        mark_street(by=town.caller, delivery=delivery, **where(streets_of(delivery)[0]))
