"""How often the plausibility rules alarm on simulated honest and inventing callers.

    python bench/plausible_results.py [--callers 4000] [--seed 1]

Prints the false-alarm rate on honest callers, by rule and in all, and the detection rate for each
way of inventing results. Honest callers differ from each other in hours, streets and speed.
"""

import argparse
import random
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from groundswell.outreach.plausibility import CallerRecord, OthersRecord, Result, findings

SHARES = {
    "supporter": 0.30,
    "leaning": 0.12,
    "undecided": 0.22,
    "against": 0.24,
    "wont_say": 0.08,
    "wont_vote": 0.04,
}
EVENING = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)


def within_hours(moment: datetime) -> bool:
    return 9 <= moment.hour < 20 or (moment.hour == 20 and moment.minute < 15)


def street_shares(dice: random.Random) -> dict[str, float]:
    """The universe's shares as one caller's streets have them (Dirichlet, concentration 40)."""
    drawn = {meaning: dice.gammavariate(40 * share, 1) for meaning, share in SHARES.items()}
    total = sum(drawn.values())
    return {meaning: value / total for meaning, value in drawn.items()}


def honest(dice: random.Random, results: int) -> CallerRecord:
    rate = dice.betavariate(0.22 * 60, 0.78 * 60)
    shares = street_shares(dice)
    moment = EVENING + timedelta(minutes=dice.randrange(-360, 60))
    made = []
    for _ in range(results):
        if not within_hours(moment):
            moment = EVENING - timedelta(hours=4)
        contact = dice.random() < rate
        spoke = contact and dice.random() < 0.75
        answers = dice.choice([1, 2, 3, 3]) if spoke else 0
        seconds = dice.lognormvariate(3.2, 0.35) if not contact else dice.lognormvariate(4.2, 0.6)
        if dice.random() < 0.04:
            seconds = dice.uniform(1, 6)
        intention = dice.choices(list(shares), list(shares.values()))[0] if answers else ""
        made.append(Result(contact, spoke, answers, round(seconds), moment, intention))
        moment += timedelta(seconds=seconds + 5)
    return CallerRecord(tuple(made))


def hurried_inventor(dice: random.Random, results: int) -> CallerRecord:
    """Taps answers through without calling."""
    return _invented(dice, results, rate=0.5, seconds=(2, 12), shares=SHARES)


def patient_inventor(dice: random.Random, results: int) -> CallerRecord:
    """Waits as long as a call takes, but claims that most people talk."""
    return _invented(dice, results, rate=0.65, seconds=(20, 120), shares=SHARES)


def one_answer_inventor(dice: random.Random, results: int) -> CallerRecord:
    """Waits, claims a believable rate, and makes everybody a supporter."""
    shares = {"supporter": 0.96, "undecided": 0.04}
    return _invented(dice, results, rate=0.35, seconds=(20, 120), shares=shares)


def night_inventor(dice: random.Random, results: int) -> CallerRecord:
    """Fills in believable results after midnight."""
    record = _invented(dice, results, rate=0.22, seconds=(20, 120), shares=SHARES)
    late = timedelta(hours=6)
    return CallerRecord(
        tuple(
            Result(r.contact, r.spoke, r.answers, r.seconds, r.local_time + late, r.intention)
            for r in record.results
        )
    )


def careful_inventor(dice: random.Random, results: int) -> CallerRecord:
    """Does everything as an honest caller would: no rule can see this one."""
    return honest(dice, results)


def _invented(
    dice: random.Random,
    results: int,
    *,
    rate: float,
    seconds: tuple[int, int],
    shares: dict[str, float],
) -> CallerRecord:
    moment, made = EVENING, []
    for _ in range(results):
        contact = dice.random() < rate
        took = dice.uniform(*seconds)
        intention = dice.choices(list(shares), list(shares.values()))[0] if contact else ""
        made.append(Result(contact, contact, 3 * contact, round(took), moment, intention))
        moment += timedelta(seconds=took + 3)
    return CallerRecord(tuple(made))


def others_of(dice: random.Random) -> OthersRecord:
    """Thirty honest callers of forty results each."""
    records = [honest(dice, 40) for _ in range(30)]
    return OthersRecord(
        attempts=sum(len(record.results) for record in records),
        contacts=sum(record.contacts for record in records),
        intentions=Counter(said for record in records for said in record.intentions),
    )


def found_by_then(record: CallerRecord, others: OthersRecord) -> set[str]:
    """Every rule that alarmed at any look, looking after each batch of ten as the worker does."""
    looks = range(10, len(record.results) + 1, 10)
    return {
        finding.rule
        for look in looks
        for finding in findings(CallerRecord(record.results[:look]), others, within_hours)
    }


def measure(kind, callers: int, results: int, dice: random.Random) -> tuple[float, Counter[str]]:
    alarms, by_rule = 0, Counter()
    others = others_of(dice)
    for number in range(callers):
        if number % 200 == 0:
            others = others_of(dice)
        rules = found_by_then(kind(dice, results), others)
        alarms += bool(rules)
        by_rule.update(rules)
    return alarms / callers, by_rule


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--callers", type=int, default=4000)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    dice = random.Random(asked.seed)
    for results in (20, 40, 100):
        rate, by_rule = measure(honest, asked.callers, results, dice)
        print(f"honest, {results} results: false alarms {rate:.4%} {dict(by_rule)}")
    inventors = [hurried_inventor, patient_inventor, one_answer_inventor, night_inventor]
    for kind in inventors:
        for results in (20, 40, 100):
            rate, by_rule = measure(kind, asked.callers // 10, results, dice)
            print(f"{kind.__name__}, {results} results: found {rate:.1%} {dict(by_rule)}")


if __name__ == "__main__":
    main()
