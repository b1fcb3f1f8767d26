"""Contact details from a file: matched, checked, and added once."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from groundswell.common.errors import NotFound, Refused
from groundswell.members.commands import open_account
from groundswell.privacy.commands import stop_contact, suppress, withdraw_consent
from groundswell.privacy.models import Consent
from groundswell.register import after_apply
from groundswell.register.commands import (
    ConsentOfAll,
    apply_details,
    ask_to_apply_details,
    cancel_details,
    check_details,
    import_contact_details,
    name_details_columns,
    retire_contact_detail,
    upload_details,
)
from groundswell.register.models import ContactDetail, DetailsImport, Review, Tag
from groundswell.register.queries import (
    details_columns_to_name,
    details_import_for,
    details_progress,
)
from groundswell.register.tasks import move_details_on
from groundswell.register.tests.street import (
    ANN,
    BOB,
    CAT,
    COLLECTED,
    HERE,
    build_street,
    check,
    counts,
    file_of,
    not_taken,
    numbers_of,
    of,
    take,
    with_role,
)
from groundswell.register.work_folder import CancelAsked, Watch, folder_of, upload_of

State = DetailsImport.State
BY_NUMBER = ["AB-1", "Ann", "Smith", "", "", ANN, "Ann@Example.org"]
BY_NAME = ["", "Cat", "Jones", "Flat 2 Eden House, 14 Southernhay", HERE, CAT, ""]
CONSENT = ConsentOfAll(
    channels=["phone"], wording="You may ring me.", given_on=COLLECTED, how="Ticked on paper"
)


@pytest.fixture
def council(db):
    return build_street()


@pytest.fixture
def nobody(db):
    return open_account(by=None, email="olive@example.org", name="Olive Stone")


def test_by_number_or_by_name_and_address_with_source_and_date(council):
    made = take(council, [BY_NUMBER, BY_NAME])
    assert made.state == State.APPLIED, made.trouble
    assert counts(made, "read", "by_number", "by_name", "refused") == (2, 1, 1, 0)
    ann = ContactDetail.objects.filter(elector=of("Ann")).order_by("kind")
    assert [(one.kind, one.value) for one in ann] == [
        ("email", "ann@example.org"),
        ("phone", "+441632960001"),
    ]
    assert (ann[0].source, ann[0].obtained_on) == ("Street stall", COLLECTED)
    assert (ann[1].screened_on, ann[1].tps_listed, ann[1].consented) == (None, False, False)
    assert list(numbers_of(of("Cat"))) == ["+441154960003"]


def test_the_same_file_twice_changes_nothing(council):
    unclear = ["", "Cat", "Evans", "Flat 2 Eden House, 14 Southernhay", HERE, BOB, ""]
    take(council, [BY_NUMBER, BY_NAME, unclear], consent=CONSENT)
    tables = (ContactDetail, Consent, Review, Tag)
    before = [list(table.objects.order_by("pk").values()) for table in tables]
    again = take(council, [BY_NUMBER, BY_NAME, unclear], consent=CONSENT)
    assert [list(table.objects.order_by("pk").values()) for table in tables] == before
    assert counts(again, "phone_new", "email_new", "consent_new", "known") == (0, 0, 0, 3)


def test_what_cannot_be_used_is_refused_with_line_and_reason(council):
    rows = [
        ["AB-1", "", "", "", "", "12345", "not an address"],
        ["AB-6", "", "", "", "", ANN, ""],
        ["", "Zed", "Nobody", "9 Southernhay", HERE, BOB, ""],
        ["", "David", "Price", "", "", BOB, ""],
        ["AB-2", "Bob", "Smith", "", "", "", ""],
        ["AB-4", "", "", "", "", CAT, ""],
    ]
    made = take(council, rows)
    said = not_taken(made)
    assert [line for line, _ in said] == [2, 2, 3, 4, 5, 6]
    for (_, reason), part in zip(
        said,
        ["12345", "not an address", "anonymous", "Nobody on the register", "Several", "nothing"],
        strict=True,
    ):
        assert part in reason
    assert [detail.value for detail in ContactDetail.objects.all()] == ["+441154960003"]


def test_nobody_who_wants_no_contact_is_enriched(council):
    stop_contact(by=None, person=of("Ann").person, how="Said so")
    stop_contact(by=None, person=of("Bob").person, how="Said so", channel="phone")
    suppress(by=None, kind="phone", value="+441154960003")
    bob = ["AB-2", "", "", "", "", BOB, "bob@example.org"]
    made = take(council, [BY_NUMBER, bob, BY_NAME])
    assert [detail.value for detail in ContactDetail.objects.all()] == ["bob@example.org"]
    assert [line for line, _ in not_taken(made)] == [2, 3, 4]


def test_consent_comes_with_words_time_and_way_and_lets_a_number_be_called(council):
    heading = [
        "Elector Number",
        "Mobile",
        "Consent",
        "Consent Wording",
        "Consent On",
        "Consent How",
    ]
    whole = ["AB-1", ANN, "call; email", "You may ring me.", "2026-09-01", "Web form"]
    half = ["AB-2", BOB, "yes", "", "2026-09-01", "Web form"]
    made = take(council, [whole, half], heading=heading)
    assert counts(made, "consent_new", "refused") == (2, 1)
    consent = Consent.objects.get(channel="phone")
    assert (consent.person, consent.wording, consent.how) == (
        of("Ann").person,
        "You may ring me.",
        "Web form",
    )
    assert timezone.localtime(consent.given_at).date() == date(2026, 9, 1)
    assert [
        d.consented for d in (*numbers_of(of("Ann")).values(), *numbers_of(of("Bob")).values())
    ] == [
        True,
        False,
    ]


def test_an_old_file_brings_back_no_consent_that_was_withdrawn(
    council, django_capture_on_commit_callbacks
):
    take(council, [BY_NUMBER], consent=CONSENT)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_consent(by=None, consent=Consent.objects.get())
    assert not numbers_of(of("Ann"))["+441632960001"].consented
    take(council, [BY_NUMBER], consent=CONSENT)
    older = ConsentOfAll(["phone"], "Other words", COLLECTED - timedelta(days=9), "Ticked")
    made = take(council, [BY_NUMBER], consent=older)
    assert counts(made, "consent_new", "consent_withdrawn") == (0, 1)
    assert Consent.objects.filter(withdrawn_at=None).count() == 0
    assert not numbers_of(of("Ann"))["+441632960001"].consented


def test_a_number_found_wrong_is_not_taken_up_again(council):
    take(council, [BY_NUMBER])
    retire_contact_detail(by=None, elector=of("Ann"), because="wrong_number")
    made = take(council, [BY_NUMBER])
    assert "found to be wrong" in not_taken(made)[0][1]
    assert numbers_of(of("Ann"))["+441632960001"].retired_because == "wrong_number"


def test_tags_and_postal_votes(council):
    heading = ["Elector Number", "Tags", "Postal Vote"]
    rows = [["AB-1", "Poster site; Housing", "yes"], ["AB-2", "x" * 41, "no"]]
    made = take(council, rows, heading=heading)
    assert counts(made, "tag_new", "postal_new", "refused") == (2, 1, 1)
    assert {tag.name for tag in Tag.objects.filter(elector=of("Ann"))} == {"Poster site", "Housing"}
    assert (of("Ann").absent_vote, of("Ann").absent_vote_on) == ("postal", COLLECTED)
    assert of("Bob").absent_vote == ""


def test_unclear_rows_wait_for_a_person_and_are_not_written(council):
    rows = [
        ["", "Cat", "Evans", "Flat 2 Eden House, 14 Southernhay", HERE, BOB, ""],
        ["", "Sean", "O'Brien", "22 Southernhay", HERE, ANN, ""],
        ["AB-4", "Zoe", "Young", "", "", CAT, ""],
    ]
    made = take(council, rows)
    assert counts(made, "to_review", "phone_new") == (3, 0)
    assert not ContactDetail.objects.exists()
    hows = {review.right["how"] for review in Review.objects.filter(kind="details")}
    assert hows == {"like_name_and_home", "namesakes", "number_of_another"}


def test_columns_are_guessed_named_by_a_person_and_kept(council):
    heading = ["Roll", "Given name", "Family name", "Ring on"]
    rows = [["AB-1", "Ann", "Smith", ANN], ["AB-2", "Bob", "Smith", BOB]]
    given: dict[str, Any] = {
        "file_name": "x.csv",
        "council_id": council.pk,
        "obtained_on": COLLECTED,
    }
    manager = with_role(council)
    made = upload_details(by=manager, file=file_of(rows, heading), source="Stall", **given)
    assert made.state == State.NEEDS_MAPPING
    guessed = {one.heading: one.field for one in details_columns_to_name(manager, made.pk)}
    assert (guessed["Given name"], guessed["Ring on"]) == ("forename", "phone")
    named = {"0": "whole_number", "1": "forename", "2": "surname", "3": "phone"}
    with pytest.raises(Refused, match="cannot hold the same"):
        name_details_columns(by=manager, import_id=made.pk, columns={**named, "1": "surname"})
    with pytest.raises(Refused, match="telephone number"):
        name_details_columns(by=manager, import_id=made.pk, columns={**named, "3": ""})
    name_details_columns(by=manager, import_id=made.pk, columns=named, save_as="Stall sheet")
    assert check_details(import_id=made.pk).state == State.CHECKED
    next_one = upload_details(by=manager, file=file_of(rows, heading), **given)
    assert next_one.state == State.UPLOADED


def test_only_the_data_manager_of_the_council_brings_details_in(council, nobody):
    manager = with_role(council)
    given: dict[str, Any] = {
        "file": file_of([BY_NUMBER]),
        "file_name": "x.csv",
        "obtained_on": COLLECTED,
    }
    with pytest.raises(Refused, match="data manager"):
        upload_details(by=nobody, council_id=council.pk, **given)
    made = upload_details(by=manager, council_id=council.pk, source="Stall", **given)
    for command in (ask_to_apply_details, cancel_details):
        with pytest.raises(NotFound):
            command(by=nobody, import_id=made.pk)
    with pytest.raises(NotFound):
        details_import_for(nobody, made.pk)
    with pytest.raises(Refused, match="not checked yet"):
        ask_to_apply_details(by=manager, import_id=made.pk)
    move_details_on()
    ask_to_apply_details(by=manager, import_id=made.pk)
    move_details_on()
    assert details_progress(manager, made.pk).state == State.APPLIED
    assert not upload_of(f"details-{made.pk}").exists()
    with pytest.raises(Refused, match="applied already"):
        cancel_details(by=manager, import_id=made.pk)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"obtained_on": date(2999, 1, 1)}, "future"),
        ({"consent": ConsentOfAll(channels=["phone"])}, "fill in all"),
        ({"consent": ConsentOfAll(["phone"], "x", date(2999, 1, 1), "x")}, "future"),
        ({"consent": ConsentOfAll(["pigeon"], "x", COLLECTED, "x")}, "no such channel"),
    ],
)
def test_what_is_said_of_the_whole_file_must_make_sense(council, given, sentence):
    with pytest.raises(Refused, match=sentence):
        check(council, [BY_NUMBER], **given)


def test_a_row_without_any_source_is_not_taken(council):
    made = take(council, [BY_NUMBER], source="")
    assert "where the details come from" in not_taken(made)[0][1]
    assert not ContactDetail.objects.exists()


def test_cancelled_or_failed_in_the_middle_nothing_is_written(council, monkeypatch):
    made = check(council, [BY_NUMBER, BY_NAME])

    class Cancelling(Watch):
        def done(self, count):
            raise CancelAsked

    assert apply_details(import_id=made.pk, watch=Cancelling(f"details-{made.pk}")).state == (
        State.CANCELLED
    )
    made = check(council, [BY_NUMBER, BY_NAME])

    def fail(seat, electors):
        raise ValueError("made up")

    monkeypatch.setattr(after_apply, "_on_details_changed", [fail])
    failed = apply_details(import_id=made.pk)
    assert failed.state == State.FAILED
    assert "as it was" in failed.trouble
    assert not ContactDetail.objects.exists()


def test_a_register_that_changed_since_is_matched_anew(council):
    made = check(council, [BY_NUMBER])
    plan = folder_of(f"details-{made.pk}") / "plan.jsonl"
    plan.write_text("")
    made.summary["based_on"] = "of another day"
    made.save()
    assert apply_details(import_id=made.pk).state == State.APPLIED
    assert list(numbers_of(of("Ann"))) == ["+441632960001"]


def test_those_who_keep_who_may_be_rung_are_told(council, monkeypatch):
    told = []
    monkeypatch.setattr(
        after_apply, "_on_details_changed", [lambda seat, ids: told.append((seat, sorted(ids)))]
    )
    take(council, [BY_NUMBER])
    assert told == [(of("Ann").constituency_id, [of("Ann").pk])]


def test_at_once_for_the_command_line(council):
    given: dict[str, Any] = {
        "by": None,
        "file_name": "x.csv",
        "council_id": council.pk,
        "obtained_on": COLLECTED,
    }
    made = import_contact_details(file=file_of([BY_NUMBER]), source="Stall", **given)
    assert made.state == State.APPLIED
    with pytest.raises(Refused, match="not known"):
        import_contact_details(file=file_of([["1", "2"]], ["Foo", "Bar"]), **given)
