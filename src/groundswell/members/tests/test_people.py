"""Looking after people, and keeping one's own page right."""

import pytest

from groundswell.common.errors import NotFound, Refused
from groundswell.common.models import AuditLine, OutgoingMail
from groundswell.members import commands, queries
from groundswell.members.models import Member
from groundswell.members.reach import register_reach


def test_organisers_see_the_people_of_their_own_areas_only(town):
    seen = set(queries.members_of_area(town.organiser))
    assert {town.caller, town.supporter, town.barred} <= seen
    assert town.outsider not in seen
    assert set(queries.members_of_area(town.caller)) == set()
    assert town.outsider in queries.members_of_area(town.headquarters)
    assert queries.member_seen_by(town.organiser, town.caller.pk) == town.caller
    for other in (town.outsider.pk, 10**9):
        with pytest.raises(NotFound):
            queries.member_seen_by(town.organiser, other)


def test_people_of_no_branch_are_seen_from_the_top(town):
    loose = commands.open_account(by=None, email="loose@example.org", name="Lou")
    assert loose in queries.members_of_area(town.headquarters)
    assert loose not in queries.members_of_area(town.agent)


def test_vouching_is_for_those_who_look_after_somebody(town):
    with pytest.raises(Refused):
        commands.vet(by=town.organiser_elsewhere, member=town.supporter)
    with pytest.raises(Refused):
        commands.vet(by=town.supporter, member=town.supporter)
    commands.vet(by=town.organiser, member=town.supporter)
    commands.vet(by=town.organiser, member=town.supporter)
    assert town.supporter.standing == Member.Standing.VETTED
    assert AuditLine.objects.filter(action="members.set_standing").count() == 1
    commands.vet(by=town.organiser, member=town.caller)
    assert town.caller.standing == Member.Standing.MEMBER
    commands.make_member(by=town.organiser, member=town.supporter)
    assert town.supporter.standing == Member.Standing.MEMBER


def test_taking_part_somewhere_puts_somebody_in_its_organisers_care(town, monkeypatch):
    from groundswell.members import reach

    monkeypatch.setattr(reach, "_ways", [])
    with pytest.raises(Refused):
        commands.bar(by=town.organiser, member=town.outsider)
    register_reach(lambda organiser, member: (organiser, member) == (town.organiser, town.outsider))
    assert not queries.may_look_after(town.caller, town.outsider)
    commands.bar(by=town.organiser, member=town.outsider)
    assert queries.bar_in_force(town.outsider)


def test_adding_somebody_sends_them_a_link_and_adding_again_changes_nothing(town):
    browser = town.client_for("organiser")
    given = {
        "name": "Nia Rees",
        "email": "nia@example.org",
        "branch": town.marshfield.pk,
        "standing": "member",
    }
    browser.post("/members/add/", given)
    browser.post("/members/add/", {**given, "name": "Somebody Else"})
    assert Member.objects.get(email="nia@example.org").name == "Nia Rees"
    assert OutgoingMail.objects.filter(to="nia@example.org").count() == 1
    wrong = browser.post("/members/add/", {**given, "branch": town.hillbury.pk})
    assert "branch" in wrong.context["form"].errors
    with pytest.raises(Refused):
        commands.open_account(
            by=town.organiser, email="x@example.org", name="X", branch=town.hillbury
        )


def test_one_keeps_ones_own_page_right_and_mistakes_stay_on_the_form(town):
    browser = town.client_for("caller")
    given = {
        "name": "Bob P.",
        "branch": town.marshfield.pk,
        "postcode": "ss141aa",
        "phone": "01632 960123",
        "language": "cy",
    }
    answer = browser.post("/members/me/", {**given, "phone": "12"})
    assert "not a telephone number" in answer.content.decode()
    assert answer.context["form"]["name"].value() == "Bob P."
    saved = browser.post("/members/me/", given)
    assert saved.cookies["django_language"].value == "cy"
    town.caller.refresh_from_db()
    assert (town.caller.phone, town.caller.postcode) == ("+441632960123", "SS14 1AA")


def test_the_list_is_found_by_name_and_sorted_by_tab(town):
    browser = town.client_for("organiser")
    found = browser.get("/members/", {"q": "okoro"}).context["page"].object_list
    assert list(found) == [town.supporter]
    assert list(browser.get("/members/", {"show": "to_vet"}).context["page"]) == [town.supporter]
    assert list(browser.get("/members/", {"show": "barred"}).context["page"]) == [town.barred]
