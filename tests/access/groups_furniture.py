"""A group of the campaign and an independent one, for the table of who may see what."""

from datetime import timedelta
from uuid import UUID

from groundswell.common import clock
from groundswell.groups.commands import (
    GoalPlan,
    GroupPlan,
    add_file,
    change_group,
    join,
    post_thread,
    set_goal,
    start_group,
)
from groundswell.groups.models import Group
from tests.town import Town

IMPRINT = "Promoted by Olive Stone, 4 Mill Lane, Hillbury SS15 2BB"


def furnish_groups(town: Town) -> None:
    """Vic's gardeners are of the campaign; Olive's walkers are not: Bob walks along, Sue asks to.

    Nobody who holds a role is in either. A first post of Bob's waits for Olive.
    """
    town.things["group"] = start_group(by=town.vetted, plan=GroupPlan("Marshfield gardeners"))
    for member in (town.caller, town.supporter):
        join(by=member, group=town.group)
    plan = GroupPlan("Marshfield on foot", kind=Group.Kind.INDEPENDENT, imprint=IMPRINT)
    own = start_group(by=town.outsider, plan=plan)
    join(by=town.caller, group=own)
    change_group(
        by=town.outsider,
        group=own,
        plan=GroupPlan(
            plan.name,
            imprint=IMPRINT,
            kind=Group.Kind.INDEPENDENT,
            joining=Group.Joining.APPROVAL,
            first_posts_wait=True,
        ),
    )
    join(by=town.supporter, group=own)
    in_a_week = clock.now() + timedelta(days=7)
    set_goal(by=town.outsider, group=own, plan=GoalPlan("own", 20, in_a_week, "miles"))
    own.refresh_from_db()
    town.things |= {
        "own_group": own,
        "own_thread": post_thread(
            by=town.outsider, group=own, key=UUID(int=3), title="Sunday", words="At nine."
        ),
        "own_first_post": post_thread(
            by=town.caller, group=own, key=UUID(int=4), title="Shoes", words="Which?"
        ),
        "own_file": add_file(by=town.outsider, group=own, name="way.txt", content=b"Left."),
    }
