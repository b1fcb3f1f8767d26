"""How patiently a program that dies is started again."""

from hypothesis import given
from hypothesis import strategies as st

from groundswell.config.supervisor import seconds_before_restart


def test_the_first_deaths_are_forgiven_quickly():
    assert [seconds_before_restart(deaths) for deaths in (1, 2, 3, 4)] == [1, 2, 4, 8]


@given(st.integers(min_value=1, max_value=500))
def test_it_never_waits_less_after_more_deaths_nor_longer_than_a_minute(deaths):
    assert 1 <= seconds_before_restart(deaths) <= seconds_before_restart(deaths + 1) <= 60
