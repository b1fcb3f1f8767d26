"""The rule of what is most useful near me, as it is published."""

from hypothesis import given
from hypothesis import strategies as st

from groundswell.events.rules.usefulness import Chance, usefulness

places = st.one_of(st.none(), st.integers(1, 500))
near = st.one_of(st.none(), st.floats(0, 500))


@st.composite
def chances(draw, full=False):
    limit = draw(places)
    empty = None if limit is None else draw(st.integers(0 if full else 1, limit))
    return Chance(draw(st.integers(0, 9)), limit, empty, draw(st.floats(0, 48)), draw(near))


@given(chances())
def test_another_role_to_fill_never_makes_an_event_less_useful(chance):
    more = Chance(**{**vars(chance), "roles_missing": chance.roles_missing + 1})
    assert usefulness(more) >= usefulness(chance)


@given(chances(), st.floats(0, 500))
def test_farther_away_is_never_more_useful(chance, farther):
    here = chance.kilometres or 0.0
    near_by = Chance(**{**vars(chance), "kilometres": here})
    away = Chance(**{**vars(chance), "kilometres": here + farther})
    assert usefulness(away) <= usefulness(near_by)


@given(chances(full=True))
def test_no_event_has_less_than_no_points_and_a_full_one_has_none(chance):
    assert usefulness(chance) >= 0
    if chance.empty == 0:
        assert usefulness(chance) == 0


def test_an_event_short_of_a_driver_comes_before_a_nearer_one_that_is_nearly_full():
    short = Chance(roles_missing=1, places=10, empty=8, hours_until=20, kilometres=4)
    nearly_full = Chance(roles_missing=0, places=10, empty=1, hours_until=20, kilometres=1)
    assert usefulness(short) > usefulness(nearly_full)
