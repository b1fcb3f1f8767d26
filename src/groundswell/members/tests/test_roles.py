"""Roles: who may grant, ask, answer and end them, and who sees it."""

from datetime import timedelta

import pytest

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.common.models import AuditLine
from groundswell.members import commands, queries, rules
from groundswell.members.models import Role
from groundswell.places.models import Area

KIND = Role.Kind


def grant(town, by, member, kind=KIND.ORGANISER, **changed):
    given = {"area": town.marshfield, "reason": "Runs the stall.", "ends_on": clock.today()}
    return commands.grant_role(by=by, member=member, kind=kind, **{**given, **changed})


def test_headquarters_and_the_agent_grant_and_nobody_grants_themselves(town):
    grant(town, town.headquarters, town.caller, KIND.DATA_MANAGER)
    grant(town, town.agent, town.caller)
    assert queries.holds_role(town.caller, KIND.ORGANISER, area=town.marshfield)
    for by, member, kind in [
        (town.headquarters, town.headquarters, KIND.AGENT),
        (town.agent, town.agent, KIND.ORGANISER),
        (town.agent, town.vetted, KIND.HEADQUARTERS),
        (town.organiser, town.vetted, KIND.ORGANISER),
        (town.data_manager, town.vetted, KIND.ORGANISER),
    ]:
        with pytest.raises(Refused):
            grant(town, by, member, kind)
    assert not queries.has_any_role(town.vetted)


def test_a_role_covers_its_area_and_what_lies_beneath_and_no_more(town):
    grant(town, town.agent, town.caller)
    assert queries.holds_role(town.caller, KIND.ORGANISER, area=town.riverside)
    assert not queries.holds_role(town.caller, KIND.ORGANISER, area=town.hillbury)
    assert not queries.holds_role(town.caller, KIND.ORGANISER, area=town.country)
    with pytest.raises(Refused):
        grant(town, town.agent, town.vetted, area=town.hillbury)


def test_a_role_for_a_branch_covers_the_wards_that_belong_to_it(town):
    branch = Area.objects.create(
        kind="branch", code="B1", name="East branch", parent=town.country, path="x"
    )
    branch.path = f"{town.country.path}{branch.pk}/"
    branch.save()
    Area.objects.filter(pk=town.riverside.pk).update(branch=branch)
    grant(town, town.headquarters, town.caller, area=branch)
    assert queries.holds_role(town.caller, area=town.riverside)
    assert not queries.holds_role(town.caller, area=town.marshfield)
    town.riverside.refresh_from_db()
    assert town.caller in queries.organisers_of(town.riverside)


def test_a_role_ends_on_its_day_and_cannot_be_granted_for_ever(town):
    latest = rules.latest_end(clock.today())
    grant(town, town.agent, town.caller, ends_on=latest)
    for wrong in (latest + timedelta(days=1), clock.today() - timedelta(days=1)):
        with pytest.raises(Refused):
            grant(town, town.agent, town.vetted, ends_on=wrong)
    with pytest.raises(Refused):
        grant(town, town.agent, town.vetted, reason="  ")
    with clock.set_to(clock.now() + rules.LONGEST_ROLE):
        assert queries.holds_role(town.caller)
    with clock.set_to(clock.now() + rules.LONGEST_ROLE + timedelta(days=1)):
        assert not queries.holds_role(town.caller)


def test_granting_again_renews_the_one_role(town):
    first = grant(town, town.agent, town.caller)
    again = grant(town, town.agent, town.caller, ends_on=clock.today() + timedelta(days=9))
    assert again.pk == first.pk
    assert town.caller.roles.count() == 1


def test_a_role_is_ended_by_those_who_grant_it_and_by_its_holder(town):
    role = town.organiser.roles.get()
    for outsider in (town.caller, town.organiser_elsewhere, town.data_manager):
        with pytest.raises(Refused):
            commands.end_role(by=outsider, role=role)
    commands.end_role(by=town.organiser, role=role)
    assert not queries.has_any_role(town.organiser)
    other = town.data_manager.roles.get()
    commands.end_role(by=town.agent, role=other)
    commands.end_role(by=town.agent, role=other)
    assert AuditLine.objects.filter(action="members.end_role").count() == 2


def test_a_request_is_answered_once_with_a_reason_by_whoever_could_grant(town):
    asked = commands.ask_for_role(
        by=town.caller, kind=KIND.ORGANISER, area=town.marshfield, reason="I run the stall."
    )
    for by, reason in [(town.organiser, "Good."), (town.caller, "Mine."), (town.agent, " ")]:
        with pytest.raises(Refused):
            commands.decide_role_request(by=by, request=asked, granted=True, reason=reason)
    commands.decide_role_request(by=town.agent, request=asked, granted=True, reason="Long known.")
    assert queries.holds_role(town.caller, KIND.ORGANISER, area=town.marshfield)
    with pytest.raises(Refused):
        commands.decide_role_request(
            by=town.headquarters, request=asked, granted=False, reason="No."
        )
    asked.refresh_from_db()
    assert (asked.decision, asked.decision_reason) == ("granted", "Long known.")


def test_all_who_hold_a_role_there_see_who_asked_and_who_said_no(town, client):
    asked = commands.ask_for_role(
        by=town.caller, kind=KIND.AGENT, area=town.marshfield, reason="For the stall."
    )
    commands.decide_role_request(
        by=town.headquarters, request=asked, granted=False, reason="We have an agent."
    )
    assert asked in queries.requests_seen_by(town.organiser)
    assert asked in queries.requests_seen_by(town.caller)
    assert asked not in queries.requests_seen_by(town.organiser_elsewhere)
    page = town.client_for("organiser").get("/members/roles/").content.decode()
    assert "We have an agent." in page
    assert "Hana Cole" in page
    elsewhere = town.client_for("organiser_elsewhere").get("/members/roles/").content.decode()
    assert "We have an agent." not in elsewhere


def test_asking_twice_is_one_request_and_a_role_held_is_not_asked_for(town):
    for reason in ("First.", "Better said."):
        asked = commands.ask_for_role(
            by=town.caller, kind=KIND.ORGANISER, area=town.marshfield, reason=reason
        )
    assert town.caller.role_requests.count() == 1
    assert asked.reason == "Better said."
    with pytest.raises(Refused):
        commands.ask_for_role(
            by=town.organiser, kind=KIND.ORGANISER, area=town.marshfield, reason="Again."
        )
