"""Ancestry as ranges, codes without lookalikes, means with their intervals, half-lives."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.sharing.rules.ancestry import ids_in, key_of, range_of
from groundswell.sharing.rules.bringing import brought_by_each
from groundswell.sharing.rules.codes import ALPHABET, new_code, tidied
from groundswell.sharing.rules.half_life import fading
from groundswell.sharing.rules.robots import is_robot

_CHAINS = st.lists(st.integers(1, 10**9), min_size=1, max_size=8)


def key(ids):
    chain = ""
    for one in ids:
        chain = key_of(chain, one)
    return chain


@given(_CHAINS, _CHAINS)
def test_a_key_lies_in_the_range_of_another_exactly_when_it_is_beneath_it(one, other):
    first, beyond = range_of(key(one))
    assert (first <= key(other) < beyond) == (other[: len(one)] == one)
    assert ids_in(key(one)) == one


@given(_CHAINS, _CHAINS)
def test_what_lies_beneath_is_in_the_range(above, beneath):
    first, beyond = range_of(key(above))
    assert first <= key([*above, *beneath]) < beyond


def test_codes_have_no_lookalikes_and_bear_being_shouted():
    code = new_code()
    assert not set(code) & set("01iloaeu")
    assert tidied(f"  {code.upper()} ") == code
    assert tidied("../etc") == tidied(None) == tidied("o0o0o0o") == ""


@given(st.text(alphabet=ALPHABET, min_size=1, max_size=12))
def test_a_code_of_the_alphabet_is_left_as_it_is(code):
    assert tidied(code) == code


@given(st.dictionaries(st.integers(0, 40), st.integers(1, 200), min_size=1, max_size=12))
def test_the_mean_lies_in_its_interval(counts):
    found = brought_by_each(counts)
    assert found is not None
    assert 0 <= found.low <= found.mean <= found.high
    assert found.people == sum(counts.values())


@given(st.dictionaries(st.integers(0, 20), st.integers(1, 50), min_size=2, max_size=8))
def test_ten_times_as_many_people_narrow_the_interval(counts):
    few = brought_by_each(counts)
    many = brought_by_each({number: times * 10 for number, times in counts.items()})
    assert few is not None
    assert many is not None
    assert many.high - many.low <= few.high - few.low


def test_nobody_has_no_mean_and_none_brought_has_poissons_upper_end():
    assert brought_by_each({}) is None
    none = brought_by_each({0: 100})
    assert none is not None
    assert (none.mean, none.low) == (0, 0)
    assert none.high == pytest.approx(0.0369, abs=1e-4)


def test_the_interval_holds_the_true_mean_about_as_often_as_it_says():
    """150 trees' worth of people, R 0.8 and k 0.3, each 100 people: the rate that it is held."""
    chance = random.Random(20261123)
    held = 0
    for _tree in range(150):
        counts: dict[int, int] = {}
        for _person in range(100):
            number = _poisson(chance, chance.gammavariate(0.3, 0.8 / 0.3))
            counts[number] = counts.get(number, 0) + 1
        found = brought_by_each(counts)
        assert found is not None
        held += found.low <= 0.8 <= found.high
    assert 0.89 <= held / 150 <= 0.99


def _poisson(chance, mean):
    number, left = 0, chance.expovariate(1)
    while left < mean:
        number += 1
        left += chance.expovariate(1)
    return number


def test_young_links_do_not_shorten_the_half_life():
    """Visits fade evenly by a fifth a day; half the links are two days old, half thirty."""

    def visits(age):
        return [(day, age, round(100_000 * 0.8**day)) for day in range(age + 1)]

    old = fading(visits(30))
    mixed = fading([*visits(30), *visits(2)])
    assert old is not None
    assert mixed is not None
    assert mixed.half_days == pytest.approx(old.half_days, rel=0.02)
    plain = sorted(day for day, _age, number in [*visits(30), *visits(2)] for _ in range(number))
    assert plain[len(plain) // 2] < old.half_days


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 90), st.integers(0, 50)), max_size=20))
def test_shares_only_grow_and_end_at_all(rows):
    found = fading(rows)
    if found is None:
        return
    assert list(found.by_day) == sorted(found.by_day)
    assert found.by_day[-1] == 1
    assert 0 <= found.half_days <= len(found.by_day)


@pytest.mark.parametrize(
    ("agent", "robot"),
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1", False),
        ("Mozilla/5.0 (Linux; Android 16) Chrome/142.0 Mobile Safari/537.36 [FBAN/FB4A]", False),
        ("Mozilla/5.0 (compatible; bingbot/2.0)", True),
        ("TelegramBot (like TwitterBot)", True),
        ("WhatsApp/2.24.6.77 A", True),
        ("curl/8.5.0", True),
        ("", True),
    ],
)
def test_programmes_that_say_so_are_known(agent, robot):
    assert is_robot({"User-Agent": agent}) is robot


def test_looking_ahead_is_no_visit():
    assert is_robot({"User-Agent": "Mozilla/5.0 Chrome/142.0", "Sec-Purpose": "prefetch"})
