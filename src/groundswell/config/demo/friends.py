"""An area open for matching, so that supporters of the demonstration see which friends matter."""

from datetime import timedelta

from groundswell.common import clock
from groundswell.friends.commands import (
    OpeningPlan,
    key_of_the_week,
    make_sieve,
    open_for_matching,
)
from groundswell.friends.models import Opening
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.targeting.commands import save_universe
from groundswell.targeting.queries import constituencies_of

FEW = 3_000
WORDS = (
    "Most people here decide in the last week, and they listen to friends before they listen to "
    "us. Five of yours could be the ones that count."
)
MESSAGES = (
    "Hi {friend}, it's {me}. I am helping with the evening buses. What would you change here?",
    "{friend}! Are you voting on the 6th? I am; I can tell you why over a tea. {me}",
)


def open_to_friends(*, organiser: Member, area: Area, electors: int) -> Opening:
    """Open an area as the organiser; of a small town the filters are ready at once."""
    today = clock.today()
    universe = save_universe(
        by=organiser,
        name=f"{area.name}: not decided yet",
        area=area,
        rule={
            "match": "all",
            "conditions": [
                {
                    "kind": "voting_intention",
                    "is": ["undecided", "leaning", "unknown"],
                    "newer_than_days": None,
                    "older_than_days": None,
                }
            ],
        },
    )
    plan = OpeningPlan(
        name=f"{area.name}, the last month",
        area=area,
        universe=universe,
        starts_on=today,
        ends_on=today + timedelta(days=60),
        words=WORDS,
        messages=MESSAGES,
    )
    opening = open_for_matching(by=organiser, plan=plan)
    if electors <= FEW:
        key = key_of_the_week()
        for seat in constituencies_of(universe):
            make_sieve(opening=opening, constituency_id=seat, key=key)
    return opening
