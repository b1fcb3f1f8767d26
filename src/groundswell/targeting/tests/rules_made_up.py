"""Rules of every shape, for Hypothesis."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from groundswell.targeting.tests.population import PARTIES, STREETS, TAGS

Conditions = st.SearchStrategy[dict[str, Any]]
_DAYS = st.integers(1, 100)


def _some(values: Sequence[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True)


def _span(kind: str, low: int, high: int) -> Conditions:
    ends = st.tuples(st.none() | st.integers(low, high), st.none() | st.integers(low, high)).filter(
        lambda pair: pair != (None, None)
    )
    return ends.map(_in_order).map(lambda pair: {"kind": kind, "from": pair[0], "to": pair[1]})


def _in_order(pair: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    low, high = pair
    return (high, low) if low is not None and high is not None and low > high else pair


def _intentions() -> Conditions:
    told = _some(["supporter", "leaning", "undecided", "against", "unknown"])
    ages = st.sampled_from([(None, None), (30, None), (None, 30), (60, 10)])
    return st.tuples(told, ages).map(
        lambda pair: {
            "kind": "voting_intention",
            "is": pair[0],
            "newer_than_days": pair[1][0],
            "older_than_days": pair[1][1],
        }
    )


def conditions(areas: Sequence[int]) -> Conditions:
    """One condition of any kind."""
    return st.one_of(
        _some(areas).map(lambda ids: {"kind": "area", "areas": ids}),
        _some(STREETS).map(lambda names: {"kind": "street", "streets": names}),
        _span("age", 17, 80),
        _intentions(),
        st.builds(
            lambda days, never: {"kind": "last_contacted", "days": days, "or_never": never},
            _DAYS,
            st.booleans(),
        ),
        st.builds(
            lambda day, never: {"kind": "last_contacted_before", "date": day, "or_never": never},
            st.sampled_from(["2026-11-01", "2026-10-25", "2026-11-23"]),
            st.booleans(),
        ),
        st.just({"kind": "never_contacted"}),
        st.integers(1, 6).map(lambda number: {"kind": "attempts", "fewer_than": number}),
        _some(["no_answer", "spoke", "refused"]).map(lambda o: {"kind": "outcome", "is": o}),
        _some(TAGS).map(lambda names: {"kind": "tag", "is": names}),
        st.just({"kind": "callable"}),
        st.just({"kind": "postal_voter"}),
        _span("household_size", 1, 4),
        _some(PARTIES[1:]).map(lambda names: {"kind": "party_registered", "is": names}),
    )


def rules(areas: Sequence[int]) -> Conditions:
    """A whole rule, with groups in it."""
    words = st.sampled_from(["all", "any", "none"])
    one = conditions(areas)
    group = st.builds(
        lambda match, items: {"match": match, "conditions": items},
        words,
        st.lists(one, min_size=1, max_size=3),
    )
    return st.builds(
        lambda match, items: {"match": match, "conditions": items},
        words,
        st.lists(one | group, max_size=4),
    )
