"""Nobody is in two hands: claims at the same moment, on connections of their own."""

from collections import Counter
from collections.abc import Callable, Sequence

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.models import Attempt, ElectorState, Tally
from groundswell.members.commands import open_account
from groundswell.members.models import Member
from groundswell.outreach.commands import (
    Told,
    claim_batch,
    hand_back,
    join_effort,
    record_results,
    refresh_queue,
    show_next,
)
from groundswell.outreach.models import Assignment, Batch, Effort, HouseholdHold
from tests.phone_bank import open_phone_bank, universe_of
from tests.town import Town, build_town

RACES = 30


def callers(town: Town, efforts: Sequence[Effort], count: int) -> list[Member]:
    """Members who have joined all these efforts."""
    members = [
        open_account(
            by=None,
            email=f"caller{number}@example.org",
            name=f"Caller {number}",
            standing=Member.Standing.MEMBER,
            branch=town.marshfield,
        )
        for number in range(count)
    ]
    for member in members:
        for effort in efforts:
            join_effort(by=member, effort=effort, agreed=True)
    return members


def claiming(member: Member, effort: Effort) -> Callable[[], Batch | None]:
    """A claim of this member's, to be made at the same moment as others."""
    return lambda: claim_batch(by=member, effort=effort, key=uuid7())


def assert_nobody_is_in_two_hands(town: Town) -> None:
    held = Assignment.objects.filter(constituency=town.marshfield, state="held")
    by_elector = Counter(held.values_list("elector_id", flat=True))
    assert not [elector for elector, times in by_elector.items() if times > 1]
    by_home: dict[int, set[object]] = {}
    for home, batch in held.values_list("household_id", "batch"):
        by_home.setdefault(home, set()).add(batch)
    assert not [home for home, batches in by_home.items() if len(batches) > 1]
    in_batches = Counter(
        elector
        for batch in Batch.objects.filter(constituency=town.marshfield, state="held")
        for elector in batch.electors
    )
    assert in_batches == by_elector


def test_in_thirty_races_of_two_nobody_gets_the_same_person_or_household(at_once):
    town = build_town()
    effort = open_phone_bank(town, households=[1, 2, 3, 1, 2] * 4)
    members = callers(town, [effort], 2)
    for _race in range(RACES):
        batches = at_once([claiming(member, effort) for member in members])
        assert all(isinstance(batch, Batch) for batch in batches), batches
        assert_nobody_is_in_two_hands(town)
        for member in members:
            hand_back(by=member, effort=effort)
        assert not HouseholdHold.objects.exists()


def test_across_two_efforts_over_the_same_people_too(at_once):
    town = build_town()
    efforts = [
        open_phone_bank(town, households=[2, 1, 3] * 10),
        open_phone_bank(town, universe=universe_of(town, name="The same people")),
    ]
    members = callers(town, efforts, 8)
    batches = at_once(
        [claiming(member, efforts[place % 2]) for place, member in enumerate(members)]
    )
    assert not [one for one in batches if isinstance(one, Exception)], batches
    assert sum(batch.people for batch in batches if isinstance(batch, Batch)) >= 40
    assert_nobody_is_in_two_hands(town)


def test_a_crowd_empties_a_small_queue_to_the_last_person(at_once):
    town = build_town()
    effort = open_phone_bank(town, households=[1] * 80)
    members = callers(town, [effort], 12)
    batches = at_once([claiming(member, effort) for member in members])
    taken = [batch.people for batch in batches if isinstance(batch, Batch)]
    assert sum(taken) == 80, batches
    assert_nobody_is_in_two_hands(town)


def test_one_member_tapping_in_many_windows_gets_one_batch(at_once):
    town = build_town()
    effort = open_phone_bank(town, households=[1] * 60)
    (member,) = callers(town, [effort], 1)
    batches = at_once([claiming(member, effort) for _window in range(6)])
    assert len({batch.key for batch in batches if isinstance(batch, Batch)}) == 1, batches
    assert Batch.objects.filter(constituency=town.marshfield).count() == 1


def test_one_result_sent_many_times_at_once_is_one_result(at_once):
    town = build_town()
    effort = open_phone_bank(town, households=[1] * 10)
    (member,) = callers(town, [effort], 1)
    batch = claim_batch(by=member, effort=effort, key=uuid7())
    assert batch is not None
    person = show_next(by=member, effort=effort).person
    assert person is not None
    told = Told(uuid7(), person.elector_id, "spoke", clock.now(), answers={"vote": ["for"]})
    answers = at_once(
        [
            lambda: record_results(by=member, effort=effort, batch=batch.key, results=[told])
            for _window in range(8)
        ]
    )
    assert not [answer for answer in answers if isinstance(answer, Exception)], answers
    assert Attempt.objects.filter(constituency=town.marshfield).count() == 1
    tally = Tally.objects.get(constituency=town.marshfield)
    assert (tally.attempts, tally.conversations, tally.supporter) == (1, 1, 1)
    state = ElectorState.objects.get(constituency=town.marshfield, elector_id=person.elector_id)
    assert (state.attempts, state.conversations) == (1, 1)


def test_a_queue_is_refreshed_beside_claims(at_once):
    town = build_town()
    effort = open_phone_bank(town, households=[2] * 30)
    members = callers(town, [effort], 4)
    jobs: list[Callable[[], object]] = [claiming(member, effort) for member in members]
    jobs += [lambda: refresh_queue(effort=effort) for _worker in range(2)]
    done = at_once(jobs)
    assert not [one for one in done if isinstance(one, Exception)], done
    assert_nobody_is_in_two_hands(town)
    assert Assignment.objects.filter(constituency=town.marshfield).count() == 60


def test_a_crowd_never_tears_a_household(at_once):
    town = build_town()
    effort = open_phone_bank(town, households=[1, 2, 3] * 20)
    members = callers(town, [effort], 8)
    batches = at_once([claiming(member, effort) for member in members])
    assert not [one for one in batches if isinstance(one, Exception)], batches
    queue = Assignment.objects.filter(constituency=town.marshfield, effort=effort)
    held_homes = set(queue.filter(state="held").values_list("household_id", flat=True))
    assert not queue.exclude(state="held").filter(household_id__in=held_homes).exists()
