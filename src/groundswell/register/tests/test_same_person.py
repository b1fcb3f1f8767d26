"""Evidence that two rows are one person."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from groundswell.register.rules.fellegi_sunter import Model, Pattern, estimate, probability
from groundswell.register.rules.same_person import DOUBTFUL, SURE, Judged, Pair, best_of, judge

MODEL = Model(0.01, m=((0.9, 0.1), (0.8, 0.2)), u=((0.05, 0.95), (0.1, 0.9)))
patterns = st.tuples(st.integers(-1, 1), st.integers(-1, 1))


def _mover(line: int = 1, elector: int = 1, **other: Any) -> Pair:
    values: dict[str, Any] = {
        "same_home": False,
        "surname_likeness": 1.0,
        "forename_likeness": 1.0,
        "surname_share": 0.0001,
        "forename_share": 0.001,
        "middle": "",
        "old_middle": "",
        "day": None,
        "old_day": None,
        "housemates": 0,
    }
    return Pair(line, elector, **{**values, **other})


@given(patterns)
def test_what_agrees_speaks_for_and_what_differs_against(pattern):
    better = tuple(min(level, 0) if level >= 0 else level for level in pattern)
    assert MODEL.odds(better) >= MODEL.odds(pattern)


def test_a_missing_value_says_nothing():
    assert probability(MODEL.odds((-1, -1))) == 0.01 / 1.0


def test_weights_are_learnt_from_the_rows_alone():
    seldom = Model(0.01, m=MODEL.m, u=((0.002, 0.998), (0.003, 0.997)))
    counts: dict[Pattern, int] = {(0, 0): 80, (1, 0): 40, (0, 1): 30, (1, 1): 9850}
    learnt = estimate(seldom, counts)
    assert learnt.m[0][0] > learnt.u[0][0]
    assert probability(learnt.odds((0, 0))) > 0.9
    assert probability(learnt.odds((1, 1))) < 0.1


def test_a_rare_name_moves_by_itself_and_a_common_one_does_not():
    rare = judge([_mover()], new=100, old=100)[0]
    common = judge([_mover(surname_share=0.02, forename_share=0.03)], new=2000, old=2000)[0]
    assert rare.probability > SURE
    assert common.probability < DOUBTFUL


def test_rivals_share_what_speaks_for_them():
    alone = judge([_mover()], new=100, old=100)
    both = judge([_mover(elector=1), _mover(elector=2)], new=100, old=100)
    assert max(pair.probability for pair in both) <= 0.5 < alone[0].probability


def test_another_middle_name_speaks_against():
    same = judge([_mover(middle="ann", old_middle="ann")], new=100, old=100)[0]
    other = judge([_mover(middle="ann", old_middle="joy")], new=100, old=100)[0]
    assert other.probability < judge([_mover()], new=100, old=100)[0].probability < same.probability


@given(
    st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5), st.floats(0, 1)), max_size=15),
    st.floats(0, 1),
)
def test_nobody_is_linked_twice(rows, least):
    chosen = best_of([Judged(*row) for row in rows], least=least)
    assert len({pair.line for pair in chosen}) == len(chosen)
    assert len({pair.elector for pair in chosen}) == len(chosen)
    assert all(pair.probability >= least for pair in chosen)
