"""The Telephone Preference Service: which numbers may be rung, and until when."""

import io
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.contact.commands import keep_states
from groundswell.contact.models import ElectorState
from groundswell.members.commands import open_account
from groundswell.members.models import Role
from groundswell.register.commands import upload_tps_list
from groundswell.register.models import ContactDetail, TpsScreening
from groundswell.register.queries import numbers_standing, screening_in_force
from groundswell.register.rules.tps import holds_until, national_digits, number_column
from groundswell.register.tasks import move_screenings_on
from groundswell.register.tests.street import build_street, numbers_of, of, screen, take, with_role
from groundswell.register.tests.test_details_import import CONSENT

ANN, BOB, CAT = "+441632960001", "+447700900002", "+441154960003"
State = TpsScreening.State


@pytest.fixture
def council(db):
    council = build_street()
    keep_states([of("Ann").constituency_id])
    take(council, [["AB-1", "", "", "", "", ANN, ""], ["AB-2", "", "", "", "", BOB, ""]])
    take(council, [["AB-3", "", "", "", "", CAT, ""]], consent=CONSENT)
    return council


def callable_until(forename):
    state = ElectorState.objects.get(elector=of(forename))
    return state.callable_until, state.not_callable


def test_numbers_on_the_list_are_not_rung_others_for_28_days_consent_overrides(council):
    assert callable_until("Ann") == (None, "unscreened")
    done = screen("01632 960001", "0115 496 0003")
    assert (done.numbers, done.screened, done.found) == (3, 3, 2)
    until = clock.today() + timedelta(days=28)
    assert callable_until("Ann") == (None, "tps")
    assert callable_until("Bob") == (until, "")
    assert callable_until("Cat") == (date(9999, 12, 31), "")


def test_a_number_that_came_in_later_waits_for_the_next_list(council):
    screen("01632 960999")
    take(council, [["AB-4", "", "", "", "", "07700 900004", ""]])
    assert callable_until("Ann")[1] == ""
    later = ContactDetail.objects.get(value="+447700900004")
    assert later.screened_on is None
    screen("01632 960998", "01632 960999")
    later.refresh_from_db()
    assert later.screened_on == clock.today()


def test_the_next_list_takes_numbers_off_and_puts_others_on(council):
    screen("01632 960001")
    screen("07700 900002")
    assert not numbers_of(of("Ann"))[ANN].tps_listed
    assert numbers_of(of("Bob"))[BOB].tps_listed
    first, second = TpsScreening.objects.order_by("pk")
    assert screen("01632 960001").pk == first.pk
    assert numbers_of(of("Bob"))[BOB].tps_listed, "the same list again changes nothing"
    assert second.state == State.DONE


def test_lists_that_would_mislead_are_refused(council):
    today = clock.today()
    screen(*(f"01632 960{n:03}" for n in range(100, 200)), on=today - timedelta(days=2))
    with pytest.raises(Refused, match="newer list"):
        screen("1", on=today - timedelta(days=3))
    with pytest.raises(Refused, match="28 days old"):
        screen("1", on=today - timedelta(days=29))
    with pytest.raises(Refused, match="future"):
        screen("1", on=today + timedelta(days=1))
    with pytest.raises(Refused, match="may be cut off"):
        screen("01632 960001")
    assert not numbers_of(of("Ann"))[ANN].tps_listed
    screen("01632 960001", complete=True)
    assert numbers_of(of("Ann"))[ANN].tps_listed
    names = io.BytesIO(b"Name\nAnn Smith\nBob Smith\n")
    with pytest.raises(Refused, match="no list of telephone numbers"):
        upload_tps_list(by=None, file=names, file_name="x.csv", listed_on=today)


def test_a_table_with_a_column_of_numbers_will_do(council):
    table = io.BytesIO(b"date,number\n2026-11-01,+44 (1632) 960001\n2026-11-02,07700 900777\n")
    made = upload_tps_list(by=None, file=table, file_name="t.csv", listed_on=clock.today())
    assert made.state == State.WAITING
    move_screenings_on()
    made.refresh_from_db()
    assert (made.state, made.numbers, made.found) == (State.DONE, 2, 1)


def test_only_a_data_manager_loads_a_list(council):
    given: dict[str, Any] = {"file_name": "t.txt", "listed_on": clock.today()}
    stranger = open_account(by=None, email="olive@example.org", name="Olive Stone")
    organiser = with_role(council, Role.Kind.ORGANISER, "Alice Archer")
    for member in (stranger, organiser):
        with pytest.raises(Refused, match="data manager"):
            upload_tps_list(by=member, file=io.BytesIO(b"01632960001\n"), **given)
    manager = with_role(council)
    upload_tps_list(by=manager, file=io.BytesIO(b"01632960001\n"), **given)
    move_screenings_on()
    assert TpsScreening.objects.get().state == State.DONE


def test_how_the_numbers_stand_and_for_how_long(council):
    manager = with_role(council)
    assert screening_in_force() is None
    screen("01632 960001", on=clock.today() - timedelta(days=26))
    last = screening_in_force()
    assert last is not None
    assert last.days_left == 2
    standing = numbers_standing(manager)
    assert (standing.callable_today, standing.consented, standing.listed) == (2, 1, 1)
    with clock.set_to(clock.now() + timedelta(days=3)):
        ended = screening_in_force()
        assert ended is not None
        assert ended.days_left == -1
        assert numbers_standing(manager).callable_today == 1


@given(st.sampled_from([1, 44]), st.integers(2_000_000, 9_999_999_999))
def test_a_number_is_known_however_it_is_written(country_code, number):
    digits = str(number)
    if digits.startswith(str(country_code)):
        return
    for written in (f"+{country_code}{digits}", f"00{country_code} {digits}", f"0{digits}", digits):
        assert national_digits(written, country_code) == digits


def test_the_column_of_numbers_and_the_last_day():
    rows = [["1", "2026-11-01", "01632 960001"], ["2", "2026-11-01", "(0115) 496-0003"]]
    assert number_column(rows) == 2
    assert number_column([["Ann"], ["Bob"]]) is None
    assert holds_until(date(2026, 11, 1), 28) == date(2026, 11, 29)
