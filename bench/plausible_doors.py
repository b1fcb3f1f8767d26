"""How often the rules for the doorstep alarm on simulated honest and inventing canvassers.

    python bench/plausible_doors.py [--canvassers 4000] [--seed 1]

Prints the false-alarm rate on honest canvassers, by rule and in all, and the detection rate for
each way of inventing results. Honest canvassers differ in hours, streets, speed, in whether they
tap each door or a whole side at once, and in what their telephones know of where they are.
"""

import argparse
import random
import sys
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from plausible_results import EVENING, SHARES, street_shares, within_hours

from groundswell.outreach.plausibility import (
    CallerRecord,
    OthersRecord,
    Result,
    Visit,
    door_findings,
)

CONTACT_RATE = 0.36
Record = tuple[CallerRecord, list[Visit]]


def street(dice: random.Random, doors: int) -> list[float]:
    """Metres from each door to the next: terraces, semis, flats, now and then a road to cross."""
    usual = dice.choice([3, 7, 10, 14, 20])
    return [
        dice.uniform(40, 150) if dice.random() < 0.06 else usual * dice.uniform(0.7, 1.4)
        for _ in range(doors)
    ]


def honest(dice: random.Random, doors: int, *, at_home: int = 0) -> Record:
    """Knocks, waits, talks and walks; taps each door, or up to ten together.

    ``at_home``: so many of the last doors are tapped at home, from memory.
    """
    rate = dice.betavariate(CONTACT_RATE * 60, (1 - CONTACT_RATE) * 60)
    shares = street_shares(dice)
    bunch = dice.choice([1, 1, 1, 1, 1, 2, 4, 6, 10])
    pace = dice.uniform(0.9, 1.6)
    tells_place = dice.random() < 0.6
    wrong_map = dice.uniform(60, 220) if dice.random() < 0.1 else dice.uniform(0, 40)
    moment = EVENING - timedelta(minutes=dice.randrange(0, 200))
    results, visits, waiting = [], [], []
    for place, walked in enumerate(street(dice, doors)):
        contact = dice.random() < rate
        spoke = contact and dice.random() < 0.7
        answers = dice.choice([1, 2, 3, 3]) if spoke else 0
        stay = dice.lognormvariate(4.4, 0.7) if spoke else dice.lognormvariate(3.3, 0.4)
        moment += timedelta(seconds=walked / pace + max(8, stay))
        said = dice.choices(list(shares), list(shares.values()))[0] if answers else ""
        results.append(Result(contact, spoke, answers, None, moment, said))
        waiting.append((place, walked, contact, answers))
        keeps = place >= doors - at_home
        if (len(waiting) >= bunch and not keeps) or place == doors - 1:
            home = dice.uniform(800, 4000) if keeps and at_home else 0
            tapped = moment + timedelta(minutes=20) if home else moment
            for late, (door, step, met, said_things) in enumerate(waiting):
                tapped += timedelta(seconds=dice.uniform(3, 8) if late else 0)
                away = home + wrong_map + abs(dice.gauss(0, 25)) + step * (len(waiting) - late)
                away += dice.uniform(100, 600) if dice.random() < 0.04 else 0
                doubt = dice.uniform(5, 50)
                metres = max(0, round(away - doubt)) if tells_place else None
                visits.append(Visit(door, tapped, met, said_things, step, metres))
            moment, waiting = max(moment, tapped), []
    return CallerRecord(tuple(results)), visits


def late_keeper(dice: random.Random, doors: int) -> Record:
    """Walks the round and taps the last half of it at home: honest, and unlike the others."""
    return honest(dice, doors, at_home=doors // 2)


def hurried_inventor(dice: random.Random, doors: int) -> Record:
    """Taps a street through on the sofa, with the telephone's place not told."""
    return _invented(dice, doors, rate=CONTACT_RATE, seconds=(2, 9), metres=None, shares=SHARES)


def distant_inventor(dice: random.Random, doors: int) -> Record:
    """Takes the time of real doors, on the sofa, with the telephone's place told."""
    return _invented(dice, doors, rate=CONTACT_RATE, seconds=(30, 150), metres=1500, shares=SHARES)


def boastful_inventor(dice: random.Random, doors: int) -> Record:
    """Stands in the street and takes the time, but says that three in four talk."""
    return _invented(dice, doors, rate=0.75, seconds=(30, 150), metres=20, shares=SHARES)


def one_answer_inventor(dice: random.Random, doors: int) -> Record:
    """Stands in the street, claims a believable rate, and makes everybody a supporter."""
    shares = {"supporter": 0.96, "undecided": 0.04}
    return _invented(dice, doors, rate=0.45, seconds=(30, 150), metres=20, shares=shares)


def _invented(
    dice: random.Random,
    doors: int,
    *,
    rate: float,
    seconds: tuple[int, int],
    metres: int | None,
    shares: dict[str, float],
) -> Record:
    moment, results, visits = EVENING - timedelta(hours=2), [], []
    for place, walked in enumerate(street(dice, doors)):
        moment += timedelta(seconds=dice.uniform(*seconds))
        contact = dice.random() < rate
        said = dice.choices(list(shares), list(shares.values()))[0] if contact else ""
        results.append(Result(contact, contact, 2 * contact, None, moment, said))
        visits.append(Visit(place, moment, contact, 2 * contact, walked, metres))
    return CallerRecord(tuple(results)), visits


def others_of(dice: random.Random) -> OthersRecord:
    """Twelve honest canvassers of sixty doors each."""
    records = [honest(dice, 60)[0] for _ in range(12)]
    return OthersRecord(
        attempts=sum(len(record.results) for record in records),
        contacts=sum(record.contacts for record in records),
        intentions=Counter(said for record in records for said in record.intentions),
    )


def found_by_then(record: Record, others: OthersRecord) -> set[str]:
    """Every rule that alarmed at any look, looking after each ten doors."""
    doors, visits = record
    return {
        finding.rule
        for look in range(10, len(doors.results) + 1, 10)
        for finding in door_findings(
            CallerRecord(doors.results[:look]), visits[:look], others, within_hours_and_dusk
        )
    }


def within_hours_and_dusk(moment: datetime) -> bool:
    """The hours of the telephone, and an hour more, as a round ends when its people do."""
    return within_hours(moment - timedelta(hours=1)) or within_hours(moment)


def measure(kind, canvassers: int, doors: int, dice: random.Random) -> tuple[float, Counter[str]]:
    alarms, by_rule, others = 0, Counter(), others_of(dice)
    for number in range(canvassers):
        if number % 200 == 0:
            others = others_of(dice)
        rules = found_by_then(kind(dice, doors), others)
        alarms += bool(rules)
        by_rule.update(rules)
    return alarms / canvassers, by_rule


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--canvassers", type=int, default=4000)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    dice = random.Random(asked.seed)
    sizes = (20, 60, 120)
    for doors in sizes:
        rate, by_rule = measure(honest, asked.canvassers, doors, dice)
        print(f"honest, {doors} doors: false alarms {rate:.4%} {dict(by_rule)}", flush=True)
    inventors = [hurried_inventor, distant_inventor, boastful_inventor, one_answer_inventor]
    for kind in [late_keeper, *inventors]:
        for doors in sizes:
            rate, by_rule = measure(kind, asked.canvassers // 10, doors, dice)
            print(f"{kind.__name__}, {doors} doors: found {rate:.1%} {dict(by_rule)}", flush=True)


if __name__ == "__main__":
    main()
