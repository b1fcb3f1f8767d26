"""An area means its constituencies, wards and districts, whatever kind of area it is."""

import pytest

from groundswell.common import clock
from groundswell.targeting.queries.areas import within
from groundswell.targeting.queries.counting import counted
from groundswell.targeting.rules import Within
from groundswell.targeting.tests.population import NOW, make_area, make_people, make_place

pytestmark = pytest.mark.django_db
EVERYBODY = {"match": "all", "conditions": []}


def test_each_kind_of_area():
    place = make_place()
    first, second = place.wards
    council = make_area("council", "K", place.country)
    branch = make_area("branch", "B", place.constituency)
    first.council, first.branch = council, branch
    first.save()
    here, there = place.constituency.pk, place.elsewhere.pk
    assert within(place.country) == {here: Within(whole=True), there: Within(whole=True)}
    assert within(place.constituency) == {here: Within(whole=True)}
    assert within(second) == {here: Within(wards=(second.pk,))}
    assert within(place.districts[0]) == {here: Within(districts=(place.districts[0].pk,))}
    assert within(council) == within(branch) == {here: Within(wards=(first.pk,))}


def test_a_branch_counts_the_people_of_its_wards():
    place = make_place()
    people = make_people(place)
    branch = make_area("branch", "B", place.constituency)
    place.wards[0].branch = branch
    place.wards[0].save()
    with clock.set_to(NOW):
        of_branch = counted(branch, EVERYBODY)
        of_ward = counted(place.wards[0], EVERYBODY)
        in_rule = counted(
            place.country,
            {"match": "all", "conditions": [{"kind": "area", "areas": [branch.pk]}]},
        )
    assert of_branch == of_ward == in_rule
    assert 0 < of_branch.matched < len(people)
