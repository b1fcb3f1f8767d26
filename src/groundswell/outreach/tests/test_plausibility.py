"""Each rule alarms on the invention it is for, and leaves an honest caller alone."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from groundswell.outreach.plausibility import CallerRecord, OthersRecord, Result, findings

EVENING = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)
OTHERS = OthersRecord(
    attempts=1000,
    contacts=220,
    intentions=Counter(supporter=50, leaning=20, undecided=40, against=45, wont_say=10),
)
HONEST_ANSWERS = ["supporter", "against", "undecided", "supporter", "wont_say", "against"]


def within_hours(moment: datetime) -> bool:
    return 9 <= moment.hour < 20


def caller(
    count: int, *, every: int, seconds: int, answers: list[str], at: datetime = EVENING
) -> CallerRecord:
    """``count`` results; one in ``every`` people answers and gives the next of ``answers``."""
    made = []
    for number in range(count):
        spoke = number % every == 0
        said = answers[(number // every) % len(answers)] if spoke else ""
        took = seconds if spoke else min(seconds, 25)
        made.append(Result(spoke, spoke, 2 * spoke, took, at + timedelta(minutes=number), said))
    return CallerRecord(tuple(made))


def rules_against(record: CallerRecord, others: OthersRecord = OTHERS) -> set[str]:
    return {finding.rule for finding in findings(record, others, within_hours)}


def test_an_honest_evening_raises_nothing() -> None:
    assert rules_against(caller(60, every=5, seconds=70, answers=HONEST_ANSWERS)) == set()


def test_a_caller_whom_everybody_answers_is_found() -> None:
    record = caller(40, every=1, seconds=70, answers=HONEST_ANSWERS)
    assert rules_against(record) == {"contact_rate"}


def test_results_faster_than_a_telephone_are_found() -> None:
    assert "pace" in rules_against(caller(40, every=5, seconds=3, answers=HONEST_ANSWERS))


def test_one_answer_again_and_again_is_found() -> None:
    record = caller(60, every=3, seconds=70, answers=["supporter"])
    assert rules_against(record) == {"same_answer_run", "same_answers"}


def test_calls_in_the_night_are_found() -> None:
    record = caller(
        30, every=5, seconds=70, answers=HONEST_ANSWERS, at=EVENING + timedelta(hours=7)
    )
    assert rules_against(record) == {"out_of_hours"}


def test_few_results_or_nobody_to_compare_with_prove_nothing() -> None:
    nobody = OthersRecord(attempts=0, contacts=0)
    assert rules_against(caller(9, every=1, seconds=2, answers=["supporter"])) == set()
    slow = caller(60, every=1, seconds=70, answers=["supporter"])
    assert rules_against(slow, nobody) == set()


def test_a_finding_carries_the_figures_it_went_by() -> None:
    record = caller(40, every=1, seconds=70, answers=HONEST_ANSWERS)
    (finding,) = findings(record, OTHERS, within_hours)
    assert finding.evidence["contacts"] == 40
    assert finding.evidence["others_rate"] == 0.221
    assert float(finding.evidence["chance"]) < 1e-4
