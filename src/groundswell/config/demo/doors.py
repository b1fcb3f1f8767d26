"""A canvass on foot: cut into rounds, one of them done, one half done, one handed out."""

import random
from datetime import datetime, timedelta

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.config.demo.campaign import ISSUES, ROUND_THE_CLOCK, YES_NO, answer_values
from groundswell.config.demo.evenings import INTENTIONS
from groundswell.contact.commands import save_script
from groundswell.contact.rules.script import Condition, Question, Wording
from groundswell.doorstep.commands import (
    DoorResult,
    book_round,
    cut_by_size,
    finish_round,
    hand_out_round,
    record_door_results,
)
from groundswell.doorstep.models import Round
from groundswell.doorstep.queries import WalkedDoor, free_streets, walk
from groundswell.members.models import Member
from groundswell.outreach.commands import EffortPlan, draw_up_effort, open_effort
from groundswell.outreach.models import Effort
from groundswell.places.models import Area
from groundswell.privacy.models import Channel
from groundswell.targeting.commands import save_universe

DOORS_A_ROUND, FEWEST_DOORS = 45, 5
COMES_OF_IT = {"no_answer": 60, "spoke": 29, "refused": 6, "other_answered": 3, "inaccessible": 2}
WORDING = Wording(
    introduction=(
        "Hello, is that {name}? I am {caller}, a volunteer with {organisation}. We are asking "
        "everybody in the street what they would change round here."
    ),
    questions=(
        Question("issue", "single", "What would you change first round here?", choices=ISSUES),
        Question(
            "vote", "voting_intention", "If there were an election tomorrow, how would you vote?"
        ),
        Question(
            "poster",
            "single",
            "Would you put up a poster when the time comes?",
            choices=YES_NO,
            ask_if=(Condition(question="vote", among=("S", "L")),),
        ),
    ),
    closing="Thank you, that really helps. Goodbye!",
    caller_notes="Knock, step back, smile. Never go in; leave when you want to.",
)


def canvass(*, organiser: Member, area: Area, walkers: list[Member], seed: int) -> Effort:
    """Draw up and open a canvass of the area's doors as the organiser, and have some walked."""
    dice = random.Random(seed)
    script = save_script(by=organiser, name="At the door", area=area, wording=WORDING)
    everybody = save_universe(
        by=organiser,
        name=f"{area.name}: every door",
        area=area,
        rule={"match": "all", "conditions": []},
    )
    plan = EffortPlan(
        name=f"{area.name} on foot",
        area=area,
        universe=everybody,
        script_version=script,
        starts_on=clock.today(),
        ends_on=clock.today() + timedelta(days=60),
        hours=ROUND_THE_CLOCK,
    )
    effort = draw_up_effort(by=organiser, channel=Channel.DOOR, plan=plan)
    open_effort(by=organiser, effort=effort)
    there = sum(doors for _street, doors in free_streets(effort))
    size = max(FEWEST_DOORS, min(DOORS_A_ROUND, there // 4))  # a small town has some rounds, too
    rounds = cut_by_size(by=organiser, effort=effort, doors=size)
    answers = answer_values(script)
    evening = clock.now()
    for walker, walked, share in zip(walkers, rounds, (1.0, 0.5), strict=False):
        _walk(walker, walked, share, evening, dice, answers)
    for walker, walked in zip(walkers[2:], rounds[2:3], strict=False):
        hand_out_round(by=organiser, walked=walked, member=walker)
    return effort


def _walk(
    walker: Member,
    walked: Round,
    share: float,
    moment: datetime,
    dice: random.Random,
    answers: dict[str, dict[str, str]],
) -> None:
    """Book a round and knock at this share of its doors, in order; finish it at its end."""
    book_round(by=walker, walked=walked, key=uuid7())
    doors = walk(walker, walked).doors
    for door in doors[: round(len(doors) * share)]:
        moment += timedelta(seconds=dice.randint(40, 200))
        with clock.set_to(moment):
            told = _knock(walked, door, moment, dice, answers)
            record_door_results(by=walker, results=[told])
    if share == 1.0:
        with clock.set_to(moment):
            finish_round(by=walker, walked=walked)


def _knock(
    walked: Round,
    door: WalkedDoor,
    moment: datetime,
    dice: random.Random,
    answers: dict[str, dict[str, str]],
) -> DoorResult:
    outcome = dice.choices(list(COMES_OF_IT), list(COMES_OF_IT.values()))[0]
    spoke = outcome == "spoke"
    meaning = dice.choices(list(INTENTIONS), list(INTENTIONS.values()))[0]
    said = {
        "issue": [dice.choice(list(answers["issue"].values()))],
        "vote": [answers["vote"][meaning]],
    }
    return DoorResult(
        id_on_device=uuid7(),
        round_code=walked.code,
        household_id=door.household_id,
        elector_id=dice.choice(door.people).elector_id if spoke else None,
        outcome=outcome,
        made_at=moment,
        answers=said if spoke else {},
        seconds=dice.randint(40, 200) if spoke else dice.randint(15, 40),
        source="app",
    )
