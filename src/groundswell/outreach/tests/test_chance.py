"""The exact probabilities agree with counting every case."""

from collections import Counter
from itertools import groupby, product
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundswell.outreach.plausibility import chance

trials = st.integers(min_value=1, max_value=10)
probabilities = st.floats(min_value=0.05, max_value=0.95)


@given(trials, probabilities, st.data())
def test_the_binomial_tail_is_the_sum_of_its_cases(n: int, p: float, draw: st.DataObject) -> None:
    k = draw.draw(st.integers(min_value=0, max_value=n))
    counted = sum(comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k, n + 1))
    assert chance.binomial_tail(k, n, p) == pytest.approx(counted)


@settings(max_examples=40)
@given(st.integers(min_value=1, max_value=9), probabilities, st.integers(min_value=1, max_value=9))
def test_the_chance_of_a_run_is_the_share_of_rows_that_hold_one(
    n: int, p: float, length: int
) -> None:
    counted = 0.0
    for row in product((0, 1), repeat=n):
        longest = max((len(list(run)) for value, run in groupby(row) if value), default=0)
        if longest >= length:
            counted += p ** sum(row) * (1 - p) ** (n - sum(row))
    assert chance.chance_of_run(length, n, p) == pytest.approx(counted, abs=1e-9)


def test_entropy_is_nothing_for_one_answer_and_one_bit_for_two_alike() -> None:
    assert chance.entropy(Counter(a=9)) == 0
    assert chance.entropy(Counter(a=5, b=5)) == pytest.approx(1)


def test_the_longest_run_names_what_ran() -> None:
    assert chance.longest_run(["a", "b", "b", "b", "a", "a"]) == ("b", 3)
    assert chance.longest_run([]) == ("", 0)


def test_low_entropy_is_rare_and_usual_entropy_is_not() -> None:
    shares = {"supporter": 0.4, "against": 0.4, "undecided": 0.2}
    assert chance.chance_of_entropy(0.0, 20, shares) < 0.001
    assert chance.chance_of_entropy(1.6, 20, shares) > 0.5
