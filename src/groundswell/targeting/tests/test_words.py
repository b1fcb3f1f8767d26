"""The sentence says what the rule selects."""

import pytest

from groundswell.contact.models import Outcome
from groundswell.targeting.forms.wording import WORDING
from groundswell.targeting.queries import describe
from groundswell.targeting.rules import KINDS, checked
from groundswell.targeting.rules.kinds import OUTCOMES

pytestmark = pytest.mark.django_db


def said(match, *conditions):
    return describe(checked({"match": match, "conditions": list(conditions)}))


def group(match, *conditions):
    return {"match": match, "conditions": list(conditions)}


CALLABLE = {"kind": "callable"}
POSTAL = {"kind": "postal_voter"}
NUMBER = "have a number that may be called"
OLD = " but not those who are known to be 80 or older"
NEVER = {"kind": "never_contacted"}


@pytest.mark.parametrize(
    ("match", "conditions", "sentence"),
    [
        ("all", [], "Everybody in the area."),
        ("all", [POSTAL], "People who vote by post."),
        ("any", [POSTAL, NEVER], "People who vote by post or have never been contacted."),
        (
            "none",
            [POSTAL, NEVER],
            "Everybody but those who vote by post or have never been contacted.",
        ),
        (
            "all",
            [CALLABLE, group("any", POSTAL, NEVER), group("none", {"kind": "age", "from": 80})],
            f"People who {NUMBER} and (vote by post or have never been contacted),{OLD}.",
        ),
        ("all", [group("none", POSTAL)], "Everybody, but not those who vote by post."),
    ],
)
def test_groups_read_as_a_sentence(match, conditions, sentence):
    assert said(match, *conditions) == sentence


def test_places_are_named(town):
    sentence = said("all", {"kind": "area", "areas": [town.riverside.pk, 10**9]})
    assert sentence == "People who live in Riverside or an area that is no more."


def test_an_opinion_comes_with_its_age():
    sentence = said(
        "all",
        {"kind": "voting_intention", "is": ["supporter", "unknown"], "newer_than_days": 90},
    )
    assert sentence == (
        "People who told us “Supporter” in the last 90 days"
        " or have not told us how they mean to vote."
    )


def test_every_outcome_can_be_asked_for():
    assert set(OUTCOMES) == set(Outcome.values)


def test_every_kind_has_its_words_on_the_screen():
    assert set(WORDING) == set(KINDS)
    assert all(set(WORDING[kind].fields) == set(fields) for kind, fields in KINDS.items())
