"""Some days of plausible calling, through the same claims and results as anybody's."""

import random
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.common.ids import uuid7
from groundswell.contact.rules.outcomes import is_contact
from groundswell.members.models import Member
from groundswell.outreach.commands import Told, claim_batch, join_effort, record_results
from groundswell.outreach.models import Assignment, Batch, Effort

OUTCOMES = {
    "no_answer": 46,
    "answerphone": 17,
    "engaged": 5,
    "spoke": 20,
    "refused": 5,
    "call_back": 3,
    "wrong_number": 2,
    "language": 1,
    "moved": 0.6,
    "do_not_contact": 0.3,
    "deceased": 0.1,
}
INTENTIONS = {"supporter": 30, "leaning": 12, "undecided": 22, "against": 24, "wont_say": 12}
SAID_YES_TO_POSTER = 0.12
LANGUAGES = ["Polish", "Bengali", "Romanian", "Yoruba"]
OPENING = time(17, 30)


def call_for(
    *,
    effort: Effort,
    callers: list[Member],
    days: int,
    batches_an_evening: int,
    seed: int,
    answers: dict[str, dict[str, str]],
) -> Iterator[int]:
    """Let the callers call on each of the last days; yields how many results each batch gave.

    ``answers`` maps the key of each question to {meaning or word: the value to pick}.
    """
    dice = random.Random(seed)
    for days_ago in range(days, 0, -1):
        evening = _evening(days_ago)
        for caller in callers:
            if dice.random() < 0.35:
                continue
            start = evening + timedelta(minutes=dice.randrange(0, 40))
            for turn in range(dice.randint(1, batches_an_evening)):
                yield _one_batch(
                    effort, caller, start + timedelta(minutes=35 * turn), dice, answers
                )


def pretend_to_call(*, effort: Effort, caller: Member) -> None:
    """Yesterday evening this caller tapped two batches of results through, far too quickly."""
    moment = _evening(1) + timedelta(minutes=5)
    for _turn in range(2):
        with clock.set_to(moment):
            join_effort(by=caller, effort=effort, agreed=True)
            batch = claim_batch(by=caller, effort=effort, key=uuid7())
        if batch is None:
            return
        for elector_id in _people_of(batch):
            moment += timedelta(seconds=3)
            told = Told(uuid7(), elector_id, "no_answer", made_at=moment, seconds=2)
            with clock.set_to(moment):
                record_results(by=caller, effort=effort, batch=batch.key, results=[told])


def _evening(days_ago: int) -> datetime:
    """The moment at which calling begins that day: within the hours of weekends as well."""
    day = clock.local_now() - timedelta(days=days_ago)
    begin = time(15, 0) if day.weekday() >= 5 else OPENING
    return day.replace(hour=begin.hour, minute=begin.minute, second=0, microsecond=0)


def _one_batch(
    effort: Effort,
    caller: Member,
    start: datetime,
    dice: random.Random,
    answers: dict[str, dict[str, str]],
) -> int:
    with clock.set_to(start):
        join_effort(by=caller, effort=effort, agreed=True)
        try:
            batch = claim_batch(by=caller, effort=effort, key=uuid7())
        except Refused:
            return 0
    if batch is None:
        return 0
    moment = start
    people = list(_people_of(batch))
    for elector_id in people:
        told, moment = _one_call(elector_id, moment, dice, answers)
        with clock.set_to(moment):
            record_results(by=caller, effort=effort, batch=batch.key, results=[told])
    return len(people)


def _people_of(batch: Batch) -> Iterator[int]:
    held = Assignment.objects.filter(constituency_id=batch.constituency_id, batch=batch.key)
    yield from held.order_by("household_id", "elector_id").values_list("elector_id", flat=True)


def _one_call(
    elector_id: int, moment: datetime, dice: random.Random, answers: dict[str, dict[str, str]]
) -> tuple[Told, datetime]:
    outcome = dice.choices(list(OUTCOMES), list(OUTCOMES.values()))[0]
    seconds = dice.randint(50, 260) if is_contact(outcome) else dice.randint(14, 38)
    moment += timedelta(seconds=seconds)
    told = Told(
        id_on_device=uuid7(),
        elector_id=elector_id,
        outcome=outcome,
        made_at=moment,
        detail=dice.choice(LANGUAGES) if outcome == "language" else "",
        call_back_at=moment + timedelta(days=1) if outcome == "call_back" else None,
        answers=_answers(dice, answers) if outcome == "spoke" else {},
        seconds=seconds,
    )
    return told, moment + timedelta(seconds=4)


def _answers(dice: random.Random, answers: dict[str, dict[str, str]]) -> dict[str, tuple[str, ...]]:
    """What somebody says: nearly all say how they mean to vote, some also talk about the rest."""
    said: dict[str, tuple[str, ...]] = {}
    for key, values in answers.items():
        if "supporter" in values:
            if dice.random() < 0.92:
                meaning = dice.choices(list(INTENTIONS), list(INTENTIONS.values()))[0]
                said[key] = (values[meaning],)
        elif "yes" in values:
            yes = dice.random() < SAID_YES_TO_POSTER
            said[key] = (values["yes" if yes else "no"],)
        elif dice.random() < 0.7:
            said[key] = (dice.choice(list(values.values())),)
    return said
