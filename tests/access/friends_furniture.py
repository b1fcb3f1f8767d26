"""Something open for friends, with its filter, for the table of who may see what."""

from datetime import timedelta
from uuid import UUID

from groundswell.common import clock
from groundswell.friends.commands import (
    OpeningPlan,
    key_of_the_week,
    make_sieve,
    open_for_matching,
)
from tests.town import Town


def furnish_friends(town: Town) -> None:
    """Marshfield is open: the phone bank's universe, with one suggested message."""
    plan = OpeningPlan(
        name="Riverside, this month",
        area=town.marshfield,
        universe=town.effort.universe,
        starts_on=clock.today(),
        ends_on=clock.today() + timedelta(days=28),
        words="Forty people in your street have not made up their minds.",
        messages=["Hi {friend}, it's {me}. Have you got five minutes this week?"],
    )
    opening = open_for_matching(by=town.organiser, plan=plan)
    seat = town.marshfield.pk
    town.things |= {
        "friends_opening": opening,
        "friends_sieve": make_sieve(opening=opening, constituency_id=seat, key=key_of_the_week()),
        "unknown_id": UUID(int=1),
    }
