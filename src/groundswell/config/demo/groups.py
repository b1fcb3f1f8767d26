"""Groups of the demonstration: one of the campaign at work, an independent one on its own."""

from datetime import datetime, timedelta
from uuid import uuid4

from groundswell.common import clock
from groundswell.groups.commands import (
    GoalPlan,
    GroupPlan,
    add_file,
    add_own_deeds,
    join,
    post_reply,
    post_thread,
    set_goal,
    start_group,
)
from groundswell.groups.models import Group, Post
from groundswell.members.models import Member
from groundswell.moderation.commands import report
from groundswell.places.models import Area, Postcode

IMPRINT = "Promoted by Olive Outsider, 9 Pretend Lane, Basildon SS14 2AA. Nobody in it exists."
ROTA = b"Saturday,who,where\r\n10-12,Bola and Carys,Library\r\n12-14,Dan and Ewa,Market\r\n"


def gather(*, people: list[Member], outsider: Member) -> None:
    """Both groups, with what is written, kept and aimed for in them."""
    with clock.set_to(clock.now() - timedelta(days=3)):
        town = _town_group(people)
        _walkers(outsider, people[:2])
    set_goal(by=people[0], group=town, plan=GoalPlan("calls", 200, _end_of_week()))


def _town_group(people: list[Member]) -> Group:
    first, second, third = people[:3]
    plan = GroupPlan(
        "Evening buses for Basildon",
        about="We want a bus home after the last shift. **New here? Say hello.**",
        interest="Buses",
        postcode=_a_postcode(),
    )
    group = start_group(by=first, plan=plan)
    for member in people[1:7]:
        join(by=member, group=group)
    stall = _thread(first, group, "Stall on Saturday", "Who can bring a *table*?", announces=True)
    _reply(second, stall, "I can, and a flask.")
    _reply(third, stall, "From twelve on, I can.")
    last_bus = _thread(second, group, "The last bus is at 19:40", "- 12 drivers\n- one depot")
    _reply(first, last_bus, "That is what we put on the leaflet.")
    sold = _thread(third, group, "Cheap tyres", "Four tyres, hardly used.")
    report(by=second, kind="group_post", thing=sold.pk, reason="spam")
    add_file(by=first, group=group, name="stall-rota.csv", content=ROTA)
    return group


def _walkers(outsider: Member, friends: list[Member]) -> None:
    plan = GroupPlan(
        "Walkers for cleaner air",
        about="We walk, and we count the cars.",
        kind=Group.Kind.INDEPENDENT,
        imprint=IMPRINT,
        interest="Clean air",
        rules="No parties here. Be kind.",
        joining=Group.Joining.APPROVAL,
    )
    group = start_group(by=outsider, plan=plan)
    for member in friends:
        join(by=member, group=group)
    _thread(outsider, group, "Sunday's walk", "At nine, by the water tower.")
    goal = GoalPlan("own", 100, clock.now() + timedelta(days=20), "miles walked")
    set_goal(by=outsider, group=group, plan=goal)
    add_own_deeds(by=outsider, group=group, count=14, key=uuid4())


def _thread(by: Member, group: Group, title: str, words: str, *, announces: bool = False) -> Post:
    return post_thread(
        by=by, group=group, key=uuid4(), title=title, words=words, announcement=announces
    )


def _reply(by: Member, thread: Post, words: str) -> Post:
    return post_reply(by=by, thread=thread, key=uuid4(), words=words)


def _a_postcode() -> str:
    ward = Area.objects.get(code="E05004026", valid_to=None)
    found = Postcode.objects.filter(ward=ward).order_by("pk").first()
    return found.postcode if found else ""


def _end_of_week() -> datetime:
    now = clock.local_now()
    sunday = now + timedelta(days=6 - now.weekday())
    return sunday.replace(hour=23, minute=59, second=59, microsecond=0)
