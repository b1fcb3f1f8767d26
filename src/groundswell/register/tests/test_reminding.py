"""Whoever manages the data is reminded of the day by which a register must be destroyed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.common import clock
from groundswell.common.models import OutgoingMail
from groundswell.members.models import Role
from groundswell.register.commands import destroy_supply, record_supply, remind_of_destruction
from groundswell.register.rules.destruction import BEFORE, EVERY_DAYS_AFTER, reminder_due
from groundswell.register.tests.street import build_street, with_role

DAY = date(2027, 6, 30)


def at(days_left):
    day = DAY - timedelta(days=days_left)
    return clock.set_to(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


@pytest.fixture
def council(db):
    return build_street()


@pytest.fixture
def supply(council):
    with at(200):
        return record_supply(
            by=None,
            entitled_body="Basildon Party",
            regulation="RPR 2001 reg. 106",
            supplied_on=DAY - timedelta(days=200),
            area_id=council.pk,
            purpose="Canvassing",
            person_responsible="Dana Wells",
            destroy_by=DAY,
        )


def mailed_after(days_left):
    with at(days_left):
        remind_of_destruction()
        remind_of_destruction()
    return list(OutgoingMail.objects.order_by("pk").values_list("to", flat=True))


def test_its_data_managers_are_mailed_once_at_each_mark(council, supply):
    with at(200):
        manager = with_role(council, Role.Kind.DATA_MANAGER)
        with_role(council, Role.Kind.ORGANISER)
    assert mailed_after(31) == []
    for times, days_left in enumerate((30, 7, 0, -30, -60), start=1):
        assert mailed_after(days_left) == [manager.email] * times
        assert len(mailed_after(days_left - 1)) == times
    assert f"/register/supplies/{supply.pk}/" in OutgoingMail.objects.latest("pk").body


def test_what_is_destroyed_reminds_nobody(council, supply):
    with at(200):
        with_role(council, Role.Kind.DATA_MANAGER)
        destroy_supply(by=None, supply_id=supply.pk)
    assert mailed_after(0) == []


@given(st.integers(-4000, 4000))
def test_a_mark_is_never_ahead_of_its_day_and_never_long_behind(days_left):
    mark = reminder_due(days_left)
    if mark is None:
        assert days_left > max(BEFORE)
    else:
        assert days_left <= mark
        assert mark in BEFORE or (mark - days_left < EVERY_DAYS_AFTER and mark < 0)
