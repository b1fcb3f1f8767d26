"""An open phone bank in the pretend town: a street of made-up people with numbers for drama."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any
from uuid import uuid4

from groundswell.common import clock
from groundswell.contact.commands import keep_states, refresh_callable
from groundswell.contact.models import Script, ScriptVersion
from groundswell.contact.rules.script import Choice, Condition, Question, write_questions
from groundswell.outreach.commands import EffortPlan, draw_up_effort, open_effort
from groundswell.outreach.models import Effort
from groundswell.outreach.rules import CallingHours
from groundswell.places.models import Area
from groundswell.register.models import ContactDetail, Elector, Household
from groundswell.targeting.models import Universe
from tests.town import Town

ALL_DAY = CallingHours(time(0), time(23, 59, 59), time(0), time(23, 59, 59))
FORENAMES = ("Ann", "Ben", "Cat", "Dev", "Eve", "Fay", "Gil", "Hal", "Ida", "Jon")
SURNAMES = ("Jones", "Patel", "Kowalska", "Okafor", "Siân-Hughes", "Brown", "Ahmed", "Lee")

QUESTIONS = (
    Question(
        "vote",
        "voting_intention",
        "If there were an election tomorrow, who would you vote for?",
        choices=(
            Choice("for", "For us", "supporter"),
            Choice("maybe", "Leaning to us", "leaning"),
            Choice("unsure", "Undecided", "undecided"),
            Choice("other", "Another party", "against"),
            Choice("secret", "Won’t say", "wont_say"),
            Choice("none", "Won’t vote", "wont_vote"),
        ),
    ),
    Question(
        "issue",
        "single",
        "Which matters most to you here?",
        choices=(
            Choice("nhs", "The NHS"),
            Choice("homes", "Homes"),
            Choice("buses", "Buses"),
            Choice("bills", "Cost of living"),
        ),
    ),
    Question(
        "poster",
        "single",
        "Would you put up a poster for us?",
        choices=(Choice("yes", "Yes"), Choice("no", "No")),
        ask_if=(Condition(("for", "maybe"), question="vote"),),
    ),
)


def people_in(ward: Area, constituency: Area, households: Sequence[int]) -> list[Elector]:
    """Households of these sizes in the ward; each person with a number and consent to calls."""
    before = Elector.objects.filter(constituency=constituency).count()
    homes = Household.objects.bulk_create(
        Household(
            constituency=constituency,
            key=f"{before + number} mill lane",
            address=f"{before + number} Mill Lane",
            number=str(before + number),
            street="Mill Lane",
            postcode="SS14 1AA",
            ward=ward,
        )
        for number in range(1, len(households) + 1)
    )
    members = [home for home, size in zip(homes, households, strict=True) for _one in range(size)]
    electors = Elector.objects.bulk_create(
        resident(home, "AA", before + place, FORENAMES[place % len(FORENAMES)])
        for place, home in enumerate(members, start=1)
    )
    ContactDetail.objects.bulk_create(
        ContactDetail(
            constituency=constituency,
            elector=elector,
            kind=ContactDetail.Kind.PHONE,
            value=f"+441632{960000 + (before + place) % 1000:06d}",
            source="Form on our site",
            obtained_on=date(2026, 11, 1),
            consented=True,
        )
        for place, elector in enumerate(electors, start=1)
    )
    keep_states([constituency.pk])
    refresh_callable(constituency.pk, None)
    return electors


def resident(home: Household, prefix: str, number: int, forename: str) -> Elector:
    """Somebody who lives there, still to be saved."""
    return Elector(
        constituency=home.constituency,
        council=home.constituency,
        person=uuid4(),
        household=home,
        ward=home.ward,
        prefix=prefix,
        number=number,
        forename=forename,
        surname=SURNAMES[home.pk % len(SURNAMES)],
        edition=date(2026, 12, 1),
        last_import_id=1,
    )


def script_version(town: Town, questions: Sequence[Question] = QUESTIONS) -> ScriptVersion:
    """A script with a voting intention and two more questions, one of them only for supporters."""
    at = clock.now()
    script = Script.objects.create(
        name="First talk", area=town.marshfield, made_by=town.organiser, made_at=at
    )
    return ScriptVersion.objects.create(
        script=script,
        number=1,
        introduction="Hello, my name is … and I ring for the Test Party. Is this a good time?",
        closing="Thank you for your time. Goodbye!",
        crib_sheet="**Marshfield**: the candidate is Mo Reid.",
        questions=write_questions(questions),
        saved_at=at,
        saved_by=town.organiser,
    )


def universe_of(town: Town, area: Area | None = None, **more: Any) -> Universe:
    """Everybody in the area."""
    at = clock.now()
    return Universe.objects.create(
        name=more.pop("name", "Everybody"),
        area=area or town.marshfield,
        rule={"match": "all", "conditions": []},
        made_by=town.organiser,
        made_at=at,
        changed_at=at,
        **more,
    )


def open_effort_for(town: Town, channel: str, **plan: Any) -> Effort:
    """An effort of this channel at all hours, open; ``plan`` as in EffortPlan, else the usual."""
    usual: dict[str, Any] = {
        "area": town.marshfield,
        "starts_on": clock.today(),
        "ends_on": clock.today() + timedelta(days=14),
        "hours": ALL_DAY,
    }
    given = usual | plan
    given["universe"] = plan.get("universe") or universe_of(town)
    given["script_version"] = plan.get("script_version") or script_version(town)
    effort = draw_up_effort(by=town.organiser, channel=channel, plan=EffortPlan(**given))
    return open_effort(by=town.organiser, effort=effort)


def open_phone_bank(town: Town, *, households: Sequence[int] = (), **plan: Any) -> Effort:
    """A phone bank at all hours, open; ``households`` adds people to the ward first."""
    if households:
        people_in(town.riverside, town.marshfield, households)
    return open_effort_for(town, "phone", **{"name": "Riverside, first round"} | plan)
