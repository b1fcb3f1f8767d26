"""A rule that came from anywhere is tidied, or refused for a reason; it never breaks anything."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.targeting.rules import KINDS, Trouble, WrongRule, checked
from groundswell.targeting.tests.rules_made_up import rules

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["match", "conditions", "kind", "is", "areas", "from", "days", "date"]),
            inner | st.sampled_from(["all", "any", *KINDS]),
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(rule=rules([1, 2, 3]))
def test_a_tidied_rule_stays_as_it_is(rule):
    tidied = checked(rule)
    assert checked(tidied) == tidied


@given(said=JSON)
def test_anything_else_is_a_rule_or_is_refused(said):
    with suppress(WrongRule):
        assert set(checked(said)) == {"match", "conditions"}


def rule_of(*conditions, match="all"):
    return {"match": match, "conditions": list(conditions)}


@pytest.mark.parametrize(
    ("rule", "trouble"),
    [
        (None, Trouble.NOT_A_RULE),
        (rule_of(match="some"), Trouble.NOT_A_RULE),
        (rule_of({"kind": "star_sign"}), Trouble.NOT_A_RULE),
        (rule_of(rule_of()), Trouble.EMPTY_GROUP),
        (rule_of(rule_of(rule_of({"kind": "callable"}))), Trouble.TOO_DEEP),
        (rule_of(*[{"kind": "callable"}] * 61), Trouble.TOO_MANY),
        (rule_of({"kind": "age", "from": 30, "to": 20}), Trouble.BACKWARDS),
        (rule_of({"kind": "age", "from": None, "to": ""}), Trouble.NOTHING_CHOSEN),
        (rule_of({"kind": "age", "from": "12", "to": 20}), Trouble.OUT_OF_RANGE),
        (rule_of({"kind": "attempts", "fewer_than": "a few"}), Trouble.NOT_A_NUMBER),
        (rule_of({"kind": "outcome", "is": ["abducted"]}), Trouble.NOTHING_CHOSEN),
        (rule_of({"kind": "last_contacted_before", "date": "soon"}), Trouble.NOT_A_DATE),
        (rule_of({"kind": "area", "areas": ["1; DROP"]}), Trouble.NOT_A_NUMBER),
    ],
)
def test_what_is_wrong_is_named(rule, trouble):
    with pytest.raises(WrongRule) as wrong:
        checked(rule)
    assert wrong.value.trouble is trouble


def test_numbers_and_names_are_tidied():
    rule = rule_of(
        {"kind": "attempts", "fewer_than": " 3 "},
        {"kind": "street", "streets": ["  High   Street ", "High Street", ""]},
        {"kind": "last_contacted", "days": "30", "unknown": 1},
    )
    assert checked(rule)["conditions"] == [
        {"kind": "attempts", "fewer_than": 3},
        {"kind": "street", "streets": ["High Street"]},
        {"kind": "last_contacted", "days": 30, "or_never": False},
    ]
