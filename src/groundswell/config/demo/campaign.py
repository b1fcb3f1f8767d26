"""What the organiser of the demonstration has prepared: a script, universes, phone banks."""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from groundswell.common import clock
from groundswell.config.demo.places import Places
from groundswell.contact.commands import save_script
from groundswell.contact.models import ScriptVersion
from groundswell.contact.rules.script import Choice, Condition, Question, Wording
from groundswell.members.models import Member
from groundswell.outreach.commands import EffortPlan, draw_up_effort, open_effort, refresh_queue
from groundswell.outreach.models import Effort
from groundswell.outreach.rules import CallingHours
from groundswell.places.models import Area
from groundswell.privacy.models import Channel
from groundswell.targeting.commands import save_universe
from groundswell.targeting.models import Universe

# So that the demonstration can be tried at any hour; nobody in it has a telephone.
ROUND_THE_CLOCK = CallingHours(time(0), time(23, 59), time(0), time(23, 59))
SCRIPT_NAME = "Spring check-in"
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))
ISSUES = (
    Choice("buses", "Buses"),
    Choice("housing", "Housing"),
    Choice("costs", "Cost of living"),
    Choice("town", "The town centre"),
    Choice("other", "Something else"),
)
WORDING = Wording(
    introduction=(
        "Hello, is that {name}? My name is {caller}, I am a volunteer with {organisation}. "
        "Have you got two minutes? I would like to hear what matters to you round here."
    ),
    questions=(
        Question("issue", "single", "What would you change first round here?", choices=ISSUES),
        Question(
            "vote",
            "voting_intention",
            "If there were an election tomorrow, how would you vote?",
            note="Listen. Do not argue; a polite no is an answer too.",
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
    caller_notes=(
        "Use your own words: this is an aid. If somebody asks where we have the number from: "
        "they gave it to us, or it is in the telephone book. Nobody who does not want calls is "
        "called again."
    ),
    crib_sheet=(
        "## Basildon in short\n\n"
        "- Three seats meet in the borough: Basildon and Billericay, South Basildon and East "
        "Thurrock, Rayleigh and Wickford.\n"
        "- The campaign asks for evening buses, homes that people here can pay for, and a living "
        "town centre.\n"
        "- You do not have to know everything: “I will find out and somebody rings you” is a good "
        "answer.\n"
    ),
)
UNIVERSES: dict[str, dict[str, Any]] = {
    "Everybody we may call": {"match": "all", "conditions": [{"kind": "callable"}]},
    "Not spoken to for six months": {
        "match": "all",
        "conditions": [
            {"kind": "callable"},
            {"kind": "last_contacted", "days": 180, "or_never": True},
        ],
    },
    "Postal voters": {"match": "all", "conditions": [{"kind": "postal_voter"}]},
}


@dataclass(frozen=True)
class Campaign:
    """The phone bank that has run for some days, and the one that anybody may join by its link."""

    script: ScriptVersion
    members_bank: Effort
    open_bank: Effort


def prepare(*, organiser: Member, places: Places) -> Campaign:
    """Save script and universes as the organiser, and open both phone banks from today on."""
    script = save_script(by=organiser, name=SCRIPT_NAME, area=places.region, wording=WORDING)
    universes = {
        name: save_universe(by=organiser, name=name, area=places.region, rule=rule)
        for name, rule in UNIVERSES.items()
    }
    everybody = universes["Everybody we may call"]
    south = places.branches[2]
    near = save_universe(
        by=organiser, name=f"{south.name}: everybody", area=south, rule=everybody.rule
    )
    return Campaign(
        script,
        _bank(organiser, "Basildon phone bank", places.region, everybody, script, "members"),
        _bank(organiser, "Pitsea listens", south, near, script, "link"),
    )


def answer_values(script: ScriptVersion) -> dict[str, dict[str, str]]:
    """For each question, by meaning or value, what is picked for it."""
    return {
        question["key"]: {
            choice.get("meaning") or choice["value"]: choice["value"]
            for choice in question.get("choices", [])
        }
        for question in script.questions
    }


def _bank(
    organiser: Member,
    name: str,
    area: Area,
    universe: Universe,
    script: ScriptVersion,
    joining: str,
) -> Effort:
    today = clock.today()
    plan = EffortPlan(
        name=name,
        area=area,
        universe=universe,
        script_version=script,
        starts_on=today,
        ends_on=today + timedelta(days=60),
        joining=joining,
        hours=ROUND_THE_CLOCK,
        shows=("along",),
    )
    effort = draw_up_effort(by=organiser, channel=Channel.PHONE, plan=plan)
    open_effort(by=organiser, effort=effort)
    refresh_queue(effort=effort)
    return effort
