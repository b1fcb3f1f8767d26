"""What waits for a person: rows of contact details, and what callers heard."""

import pytest

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.contact.models import ElectorState
from groundswell.members.commands import open_account
from groundswell.members.models import Role
from groundswell.privacy.commands import stop_contact, suppress
from groundswell.register import after_apply
from groundswell.register.commands import (
    decide_review,
    raise_review,
    retire_contact_detail,
    withdraw_review,
)
from groundswell.register.models import ContactDetail, Elector, Review, Tag
from groundswell.register.queries import (
    next_review,
    phone_numbers_of,
    reviews_waiting,
    side_by_side,
)
from groundswell.register.rules.differences import marked
from groundswell.register.tests.street import (
    ANN,
    BOB,
    HERE,
    build_street,
    of,
    take,
    with_role,
)

UNCLEAR = ["", "Cat", "Evans", "Flat 2 Eden House, 14 Southernhay", HERE, BOB, "cat@example.org"]
Decision, Kind = Review.Decision, Review.Kind


@pytest.fixture
def council(db):
    return build_street()


@pytest.fixture
def manager(council):
    return with_role(council)


def heard(kind, elector):
    """What contact does when a caller hears it."""
    review = raise_review(by=None, kind=kind, elector=elector, key="1", left={"detail": ""})
    retire_contact_detail(by=None, elector=elector, because=kind)
    return review


def decide(manager, review, decision):
    return decide_review(
        by=manager,
        constituency_id=review.constituency_id,
        review_id=review.pk,
        decision=decision,
    )


def test_details_said_to_be_theirs_become_theirs_once(council, manager):
    take(council, [UNCLEAR])
    review = next_review(manager)
    assert review is not None
    assert reviews_waiting(manager) == {"details": 1}
    for _time in range(2):
        decide(manager, review, Decision.SAME)
    assert phone_numbers_of(of("Cat")) == ["+447700900002"]
    review.refresh_from_db()
    assert (review.decision, review.decided_by) == ("same", manager)
    assert not {"gives", "phones", "emails"} & set(review.left)
    with pytest.raises(Refused, match="decided this already"):
        decide(manager, review, Decision.DIFFERENT)


def test_details_of_somebody_else_are_dropped(council, manager):
    take(council, [UNCLEAR])
    review = Review.objects.get()
    decide(manager, review, Decision.DIFFERENT)
    assert not ContactDetail.objects.exists()
    assert "gives" not in Review.objects.get().left
    take(council, [UNCLEAR])
    assert reviews_waiting(manager) == {}, "the same row again is decided already"


def test_wishes_that_came_since_are_obeyed(council, manager):
    take(council, [UNCLEAR])
    review = Review.objects.get()
    suppress(by=None, kind="phone", value="+447700900002")
    decide(manager, review, Decision.SAME)
    assert [one.value for one in ContactDetail.objects.all()] == ["cat@example.org"]
    other = [*UNCLEAR[:5], ANN, ""]
    take(council, [other])
    stop_contact(by=None, person=of("Cat").person, how="Said so")
    with pytest.raises(Refused, match="asked not to be contacted"):
        decide(manager, Review.objects.get(decision="open"), Decision.SAME)


@pytest.mark.parametrize(("kind", "because"), [("moved", "told_moved"), ("deceased", "deceased")])
def test_who_moved_or_died_is_closed_when_a_person_confirms(council, manager, kind, because):
    take(council, [["AB-1", "", "", "", "", ANN, ""]])
    after_apply.tell_applied([of("Ann").constituency_id], 1)
    review = heard(kind, of("Ann"))
    assert of("Ann").gone_at is None
    decide(manager, review, Decision.CONFIRMED)
    ann = of("Ann")
    assert (ann.gone_at, ann.gone_because) == (clock.today(), because)
    assert not ElectorState.objects.get(elector=ann).in_force


@pytest.mark.parametrize("kind", ["moved", "deceased", "wrong_number"])
def test_what_was_heard_wrongly_is_taken_back(council, manager, kind):
    take(council, [["AB-1", "", "", "", "", ANN, ""]])
    review = heard(kind, of("Ann"))
    assert phone_numbers_of(of("Ann")) == []
    decide(manager, review, Decision.DISMISSED)
    assert phone_numbers_of(of("Ann")) == ["+441632960001"]
    assert of("Ann").gone_at is None


def test_a_wrong_number_stays_out_of_use_others_stay_in(council, manager):
    take(council, [["AB-1", "", "", "", "", f"{ANN}; {BOB}", ""]])
    ann = of("Ann")
    review = raise_review(by=None, kind="wrong_number", elector=ann, key="1", left={})
    retire_contact_detail(by=None, elector=ann, value="+441632960001", because="wrong_number")
    decide(manager, review, Decision.CONFIRMED)
    assert phone_numbers_of(ann) == ["+447700900002"]


def test_raised_twice_is_once_and_withdrawn_only_while_open(council, manager):
    ann = of("Ann")
    first = raise_review(by=None, kind="moved", elector=ann, key="1", left={})
    assert raise_review(by=None, kind="moved", elector=ann, key="1", left={}).pk == first.pk
    withdraw_review(by=None, kind="moved", elector=ann, key="1")
    first.refresh_from_db()
    assert first.decision == Decision.DISMISSED
    second = raise_review(by=None, kind="moved", elector=ann, key="2", left={})
    decide(manager, second, Decision.CONFIRMED)
    withdraw_review(by=None, kind="moved", elector=ann, key="2")
    second.refresh_from_db()
    assert second.decision == Decision.CONFIRMED


def test_only_a_data_manager_of_the_council_sees_and_decides(council, manager):
    review = heard("deceased", of("Ann"))
    stranger = open_account(by=None, email="olive@example.org", name="Olive Stone")
    organiser = with_role(council, Role.Kind.ORGANISER, "Alice Archer")
    for member in (stranger, organiser):
        assert next_review(member) is None
        with pytest.raises(NotFound):
            decide(member, review, Decision.CONFIRMED)
    for answer in ("", "same", "nonsense"):
        with pytest.raises(Refused, match="two answers"):
            decide(manager, review, answer)


def test_the_order_and_passing_on(council, manager):
    take(council, [UNCLEAR])
    details = Review.objects.get()
    moved, died = heard("moved", of("Ann")), heard("deceased", of("Bob"))
    assert next_review(manager) == died
    assert next_review(manager, "moved") == moved
    assert list(reviews_waiting(manager)) == ["deceased", "moved", "details"]
    assert next_review(manager, "details", after=details.pk) == details, "round again"


def test_both_rows_are_shown_with_what_differs(council):
    take(council, [UNCLEAR])
    shown = side_by_side(Review.objects.get())
    lines = {line.label: line for line in shown.lines}
    assert lines["Name"].differs
    assert [piece.text for piece in lines["Address"].right if piece.differs] == [",", ", Basildon"]
    assert not lines["Postcode"].differs
    assert ("Telephone", "07700 900002") in shown.gives
    assert shown.people == {of("Cat").person}
    told = side_by_side(heard("moved", of("Ann")))
    assert ("Heard", "Told us they have moved") in told.told


@pytest.mark.parametrize(
    ("left", "right"),
    [("Brbara", "Barbara"), ("12 High Street", "21 High Street"), ("", "x"), ("Ann", "Zoe")],
)
def test_pieces_joined_are_the_values(left, right):
    pieces = marked(left, right)
    assert ["".join(piece.text for piece in side) for side in pieces] == [left, right]


def test_nothing_is_left_of_tags_twice(council, manager):
    heading = ["Forename", "Surname", "Address", "Postcode", "Tags"]
    row = ["Cat", "Evans", "Flat 2 Eden House, 14 Southernhay", HERE, "Poster site"]
    take(council, [row], heading=heading)
    decide(manager, Review.objects.get(), Decision.SAME)
    assert list(Tag.objects.values_list("elector", "name")) == [(of("Cat").pk, "Poster site")]
    assert Elector.objects.filter(gone_at=None).count() == 8


def test_a_new_number_and_a_title_are_no_difference_between_editions(council):
    ann, bob = of("Ann"), of("Bob")
    review = Review.objects.create(
        constituency=ann.constituency,
        kind=Kind.ROLLOVER,
        elector=ann,
        other_elector=bob,
        key="1-2",
        left={"name": "Ann Smith", "number": "AB-1", "address": "1 Southernhay, Basildon"},
        right={"name": "Mrs Ann Smith", "number": "CD-9", "postcode": "SS16 6SX"},
        raised_at=clock.now(),
    )
    shown = side_by_side(review)
    assert [line.label for line in shown.lines if line.differs] == ["Postcode"]
    assert shown.people == {ann.person, bob.person}
