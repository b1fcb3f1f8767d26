"""Barring: one click, at once, undone as easily."""

from collections import defaultdict
from typing import Any
from urllib.parse import urlsplit

import pytest

from groundswell.common.announcements import listen
from groundswell.common.errors import Refused
from groundswell.members import commands, queries
from groundswell.members.announcements import BarLifted, MemberBarred
from groundswell.members.models import SignInLink


@pytest.fixture
def heard(monkeypatch):
    from groundswell.common import announcements

    monkeypatch.setattr(announcements, "_listeners", defaultdict(list))
    told: list[Any] = []
    listen(MemberBarred, told.append)
    listen(BarLifted, told.append)
    return told


def test_one_click_ends_sessions_and_links_at_once_and_is_announced(
    town, heard, django_capture_on_commit_callbacks
):
    callers = town.client_for("caller")
    link = commands.make_sign_in_link(by=None, member=town.caller)
    assert callers.get("/members/me/").status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        page = town.client_for("organiser").post(
            f"/members/{town.caller.pk}/change/", {"do": "bar"}, follow=True
        )
    assert "Barred" in page.content.decode()
    assert callers.get("/members/me/").status_code == 302
    callers.post(urlsplit(link).path)
    assert callers.get("/members/me/").status_code == 302
    assert not SignInLink.objects.filter(member=town.caller, used_at=None).exists()
    assert [(one.member_id, one.by_id) for one in heard] == [(town.caller.pk, town.organiser.pk)]


def test_the_reason_may_follow_and_announces_nothing_more(
    town, heard, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        commands.bar(by=town.organiser, member=town.caller)
        commands.bar(by=town.organiser, member=town.caller, reason="Was rude.")
    barred = queries.bar_in_force(town.caller)
    assert barred
    assert barred.reason == "Was rude."
    assert len(heard) == 1


def test_lifting_lets_somebody_in_again_and_keeps_the_record(
    town, heard, django_capture_on_commit_callbacks
):
    commands.bar(by=town.organiser, member=town.caller, reason="A mistake.")
    with django_capture_on_commit_callbacks(execute=True):
        commands.lift_bar(by=town.organiser, member=town.caller)
        commands.lift_bar(by=town.organiser, member=town.caller)
    town.caller.refresh_from_db()
    assert town.client_for("caller").get("/members/me/").status_code == 200
    assert queries.past_bars(town.caller).get().reason == "A mistake."
    assert [type(one) for one in heard] == [BarLifted]


def test_who_may_not_bar_whom(town):
    refused = [
        (town.organiser, town.organiser),
        (town.organiser, town.agent),
        (town.organiser, town.headquarters),
        (town.organiser_elsewhere, town.caller),
        (town.data_manager, town.caller),
        (town.caller, town.supporter),
    ]
    for by, member in refused:
        with pytest.raises(Refused):
            commands.bar(by=by, member=member)
        assert queries.bar_in_force(member) is None
    commands.bar(by=town.agent, member=town.organiser)
    commands.bar(by=town.organiser_without_second_factor, member=town.supporter)
    with pytest.raises(Refused):
        commands.lift_bar(by=town.organiser, member=town.organiser)


def test_a_barred_organiser_has_no_role_while_it_lasts(town):
    assert queries.holds_role(town.organiser)
    commands.bar(by=town.headquarters, member=town.organiser)
    assert not queries.holds_role(town.organiser)
    assert town.organiser not in queries.organisers_of(town.marshfield)
    commands.lift_bar(by=town.headquarters, member=town.organiser)
    assert queries.holds_role(town.organiser)
