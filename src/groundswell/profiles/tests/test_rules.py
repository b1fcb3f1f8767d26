"""Links as lines, and time as sittings."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from groundswell.profiles.rules.links import read_links, write_links
from groundswell.profiles.rules.time_spent import FIRST_STEP, LONGEST_GAP, seconds_at_it

_MOMENTS = st.lists(
    st.integers(0, 10**6).map(lambda n: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=n))
)


@given(_MOMENTS)
def test_time_is_never_more_than_from_first_to_last_and_a_first_step(moments):
    spent = seconds_at_it(moments)
    if not moments:
        assert spent == 0
        return
    most = len(moments) * LONGEST_GAP.total_seconds()
    assert FIRST_STEP.total_seconds() <= spent <= max(most, FIRST_STEP.total_seconds())


@given(_MOMENTS, st.randoms())
def test_the_order_of_arrival_does_not_matter(moments, chance):
    shuffled = list(moments)
    chance.shuffle(shuffled)
    assert seconds_at_it(shuffled) == seconds_at_it(moments)


def test_two_sittings_are_told_apart():
    start = datetime(2026, 1, 1, 18, tzinfo=UTC)
    moments = [start, start + timedelta(minutes=10), start + timedelta(hours=5)]
    assert seconds_at_it(moments) == (10 + 2 + 2) * 60


@given(st.text())
def test_only_addresses_of_the_web_become_links(text):
    found, _wrong = read_links(text)
    assert all(address.startswith(("http://", "https://")) for _label, address in found)
    assert len(found) <= 6


def test_lines_become_links_and_links_the_same_lines():
    found, wrong = read_links("My choir https://choir.example\nbus.example/7\nnot this\n")
    assert found == [
        ("My choir", "https://choir.example"),
        ("bus.example/7", "https://bus.example/7"),
    ]
    assert wrong == ["not this"]
    assert read_links(write_links(found)) == (found, [])
