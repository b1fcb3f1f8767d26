"""A row of contact details as people write it, and any row at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.register.details.columns import FIELDS, guess, recognise
from groundswell.register.details.plan import Planned
from groundswell.register.details.rows import Consent, Default, read_row
from groundswell.register.rules.detail_refusals import Why
from groundswell.register.town.contacts import HEADER

TODAY = date(2026, 11, 23)
DEFAULT = Default(source="Stall", obtained_on=date(2026, 11, 1))


def read(default=DEFAULT, **held):
    columns = dict(enumerate(held))
    return read_row(2, list(held.values()), columns, default, TODAY)


def test_several_numbers_in_one_cell_each_once_however_written():
    row = read(
        phone="01632 960001 / +44 7700 900002", mobile="07700 900 002", email="A@Example.org"
    )
    assert row.phones == ["+447700900002", "+441632960001"]
    assert row.emails == ["a@example.org"]


@pytest.mark.parametrize(
    ("said", "channels"),
    [
        ("call;text;email", ["phone", "text", "email"]),
        ("Phone and e-mail", ["phone", "email"]),
        ("yes", ["phone", "text", "email"]),
        ("no", []),
        ("", []),
    ],
)
def test_channels_of_a_consent(said, channels):
    row = read(
        consent_channels=said, consent_wording="Ring me", consent_on="01/11/2026", consent_how="x"
    )
    assert [consent.channel for consent in row.consents] == channels
    assert not row.refused


@pytest.mark.parametrize(
    ("held", "why"),
    [
        ({"phone": "960001"}, Why.PHONE_INVALID),
        ({"email": "ann@"}, Why.EMAIL_INVALID),
        ({"tags": "x" * 41}, Why.TAG_TOO_LONG),
        ({"obtained_on": "some day"}, Why.DATE_UNREADABLE),
        ({"obtained_on": "2026-12-24"}, Why.DATE_IN_THE_FUTURE),
        ({"consent_channels": "pigeon"}, Why.CHANNEL_UNKNOWN),
        ({"consent_channels": "call", "consent_how": "x"}, Why.CONSENT_INCOMPLETE),
    ],
)
def test_what_is_wrong_is_named_and_left_out(held, why):
    row = read(**held)
    assert [reason for reason, _ in row.refused] == [why]
    assert not row.gives_something


def test_the_towns_own_files_are_known_and_others_need_a_person():
    held = recognise([HEADER, ["AB-1", *[""] * (len(HEADER) - 1)]])
    assert held is not None
    assert set(held.values()) <= set(FIELDS)
    assert len(set(held.values())) == len(HEADER)
    assert recognise([["Elector Number", "Mobile", "Shoe size"], ["AB-1", "x", "42"]]) is None
    assert recognise([["Elector Number", "Forename"], ["AB-1", "Ann"]]) is None


def test_guesses_by_the_look_of_the_values():
    rows = [["A", "B", "C", "D"], ["KD-1", "07700 900001", "ann@example.org", "SS14 1EL"]]
    assert [one.field for one in guess(rows)] == ["whole_number", "mobile", "email", "postcode"]


@given(st.lists(st.text(max_size=20), max_size=len(FIELDS)))
def test_any_row_is_read_and_nothing_unreadable_is_taken(cells):
    row = read_row(2, cells, dict(enumerate(FIELDS)), DEFAULT, TODAY)
    assert all(number.startswith("+") for number in row.phones)
    assert all("@" in address for address in row.emails)
    assert row.obtained_on <= TODAY
    assert all(consent.wording and consent.how for consent in row.consents)


def test_a_plan_survives_its_file():
    from uuid import UUID

    planned = Planned(
        constituency_id=1,
        elector_id=2,
        person=UUID(int=3),
        source="Stall",
        obtained_on=TODAY,
        phones=["+441632960001"],
        consents=[Consent("phone", "Ring me", TODAY, "On paper")],
    )
    assert Planned.from_json(planned.as_json()) == planned
