"""Requests and their time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.models import OutgoingMail
from groundswell.places.models import Postcode
from groundswell.privacy import commands, queries
from groundswell.privacy.models import SubjectRequest
from groundswell.privacy.tests.conftest import ELSEWHERE, PERSON

RECEIVED = date(2026, 9, 3)
DUE = date(2026, 10, 5)


def at(day):
    return clock.set_to(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


def receive(town, **changed):
    given = {
        "kind": "access",
        "received_on": RECEIVED,
        "name": "Siân Jones",
        "address": "12 High Street, SS14 1AA",
        "reply_to": "sian@example.org",
        "phone": "+447700900001",
        "note": "All of it, please.",
    }
    with at(RECEIVED):
        return commands.receive_request(by=town.agent, **{**given, **changed})


def test_the_time_counts_from_the_day_it_was_received(town, register):
    asked = receive(town)
    assert asked.due_on == DUE
    for day, left, late in [(RECEIVED, 32, 0), (DUE, 0, 0), (DUE + timedelta(days=3), -3, 3)]:
        with at(day):
            time = queries.time_for(asked)
            assert (time.left, time.late) == (left, late)
    with at(DUE + timedelta(days=1)):
        assert queries.overdue_count(town.agent) == 1
    with pytest.raises(Refused):
        receive(town, received_on=RECEIVED + timedelta(days=1))


def test_those_who_answer_are_reminded_once_at_each_mark(town, register):
    asked = receive(town, area=town.marshfield)
    with at(DUE - timedelta(days=8)):
        commands.remind_of_requests()
    assert not OutgoingMail.objects.exists()
    for day in (7, 6, 2, 1):
        with at(DUE - timedelta(days=day)):
            commands.remind_of_requests()
            commands.remind_of_requests()
    told = OutgoingMail.objects.values_list("to", flat=True)
    assert sorted(told) == sorted([town.agent.email, town.data_manager.email] * 2)
    assert "Siân" not in OutgoingMail.objects.latest("pk").body
    commands.answer_request(by=town.agent, request=asked, outcome="Sent the PDF.")
    with at(DUE + timedelta(days=3)):
        commands.remind_of_requests()
    assert OutgoingMail.objects.count() == 4


def test_more_time_is_taken_within_the_first_month_with_a_reason(town, register):
    asked, late = receive(town), receive(town)
    with at(DUE):
        with pytest.raises(Refused):
            commands.extend_request(by=town.agent, request=asked, because=" ")
        commands.extend_request(by=town.agent, request=asked, because="Three registers.")
    asked.refresh_from_db()
    assert asked.due_on == date(2026, 12, 3)
    with at(DUE + timedelta(days=1)), pytest.raises(Refused):
        commands.extend_request(by=town.agent, request=late, because="Forgot.")
    with pytest.raises(Refused):
        commands.extend_request(
            by=town.agent, request=receive(town, kind="complaint"), because="Busy."
        )


def test_closing_empties_what_came_with_it_and_happens_once(town, register):
    asked = receive(town)
    commands.match_request(by=town.data_manager, request=asked, person=PERSON)
    with pytest.raises(Refused):
        commands.answer_request(by=town.agent, request=asked, outcome="")
    commands.answer_request(by=town.agent, request=asked, outcome="Sent the PDF.")
    asked.refresh_from_db()
    given = (asked.asked_name, asked.asked_address, asked.asked_phone, asked.reply_to, asked.note)
    assert given == ("",) * 5
    assert asked.person == PERSON
    assert list(queries.open_requests(town.agent)) == []
    assert list(queries.answered_requests(town.agent)) == [asked]
    with pytest.raises(Refused):
        commands.answer_request(by=town.agent, request=asked, outcome="Again.")


def test_requests_are_seen_by_those_who_answer_for_the_area(town, register):
    near = receive(town, area=town.marshfield)
    far = commands.receive_request(
        by=None, kind="stop", received_on=RECEIVED, name="Sue", area=town.hillbury
    )
    unknown = commands.receive_request(by=None, kind="stop", received_on=RECEIVED, name="Sid")
    assert set(queries.open_requests(town.data_manager)) == {near, unknown}
    assert queries.request_seen_by(town.agent, near.pk) == near
    for by, asked in [(town.agent, far), (town.organiser, near), (town.headquarters, unknown)]:
        with pytest.raises(NotFound):
            commands.acknowledge_request(by=by, request=asked)
    with pytest.raises(NotFound):
        commands.match_request(by=town.agent, request=near, person=ELSEWHERE)


def test_somebody_we_do_not_hold_is_kept_off_later_lists(town, register):
    asked = receive(town, kind="stop")
    commands.suppress_request(by=town.agent, request=asked)
    assert queries.suppressed_among("phone", ["+447700900001"])
    from groundswell.privacy.rules import name_and_address

    named = name_and_address("Miss Siân Jones", "12, High Street, Basildon", "SS14 1AA")
    assert queries.suppressed_among("name_address", [named]) == {named}


class TestThePublicForm:
    """Anybody may ask, a few times a day."""

    given = {
        "kind": "stop",
        "name": "Sid Ray",
        "address": "3 Mill Lane",
        "postcode": "ss14 1aa",
        "phone": "07700 900111",
        "reply_to": "sid@example.org",
        "note": "",
    }

    @pytest.fixture(autouse=True)
    def _no_tries_counted_yet(self, db):
        cache.clear()

    def test_it_opens_a_request_with_its_deadline_where_it_belongs(self, town, client):
        Postcode.objects.create(
            postcode="SS14 1AA", latitude=51.5, longitude=0.4, constituency=town.marshfield
        )
        page = client.post("/privacy/ask/", self.given, follow=True).content.decode()
        asked = SubjectRequest.objects.get()
        assert (asked.area, asked.from_the_public) == (town.marshfield, True)
        assert (asked.asked_phone, asked.person) == ("+447700900111", None)
        assert "at the latest" in page
        assert "Sid Ray" not in page

    def test_it_stops_nothing_by_itself(self, town, client):
        client.post("/privacy/ask/", self.given)
        assert queries.suppressed_among("phone", ["+447700900111"]) == set()

    def test_mistakes_stay_on_the_form(self, town, client):
        for wrong in ({"postcode": "nowhere"}, {"phone": "12"}, {"reply_to": ""}, {"kind": "x"}):
            answer = client.post("/privacy/ask/", {**self.given, **wrong})
            assert answer.context["form"].errors
            assert answer.context["form"]["name"].value() == "Sid Ray"
        assert not SubjectRequest.objects.exists()

    def test_it_is_not_filled_in_again_and_again(self, town, client):
        with clock.set_to(clock.now()):
            for _try in range(7):
                answer = client.post("/privacy/ask/", self.given)
        assert SubjectRequest.objects.count() == 5
        assert "too often" in answer.content.decode()
