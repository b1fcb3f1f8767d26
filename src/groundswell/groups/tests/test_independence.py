"""An independent group is its own: no role in the campaign opens it, and the register is far."""

import pytest

from groundswell.common.errors import NotFound, Refused
from groundswell.common.models import OutgoingMail
from groundswell.groups import commands
from groundswell.groups.commands import GroupPlan, add_file, change_group, choose_digest
from groundswell.groups.models import Group
from groundswell.groups.queries import admins_of, group_for_admin, group_for_members
from groundswell.groups.tests.people import (
    IMPRINT,
    browser_of,
    independent_group,
    somebody,
    written,
)
from groundswell.members.commands import bar
from groundswell.moderation.commands import appeal, decide, hide_for_now, report
from groundswell.moderation.models import Step
from groundswell.moderation.queries import is_hidden, report_seen_by, reports_waiting_for
from tests.town import Town, build_town

pytestmark = pytest.mark.django_db
STAFF = ("organiser", "organiser_elsewhere", "data_manager", "agent", "headquarters")
PRIVATE = ("write/", "files/", "members/", "goal/", "mail/", "change/", "leave/")


@pytest.fixture
def walkers() -> tuple[Town, Group]:
    town = build_town()
    return town, independent_group(town.outsider, town.caller)


@pytest.mark.parametrize("role", STAFF)
def test_no_role_opens_its_pages_list_files_or_digests(role, walkers):
    town, group = walkers
    post = written(town.outsider, group, "Secret plan")
    file = add_file(by=town.outsider, group=group, name="plan.txt", content=b"Secret")
    staff, browser = town.members[role], town.client_for(role)
    for path in (*PRIVATE, f"t/{post.pk}/", f"files/{file.pk}/"):
        assert browser.get(f"/g/{group.slug}/{path}").status_code == 404, path
    page = browser.get(f"/g/{group.slug}/").content.decode()
    assert "Secret plan" not in page
    assert IMPRINT in page
    with pytest.raises(NotFound):
        group_for_members(staff, group.slug)
    with pytest.raises(NotFound):
        group_for_admin(staff, group.slug)
    with pytest.raises(Refused):
        choose_digest(by=staff, group=group, rate="at_once")
    for act in (commands.close_group, commands.end_goal):
        with pytest.raises(Refused):
            act(by=staff, group=group)
    with pytest.raises(Refused):
        change_group(by=staff, group=group, plan=GroupPlan("Ours now", imprint=IMPRINT))
    for about in (commands.name_admin, commands.let_in, commands.remove_member):
        with pytest.raises(Refused):
            about(by=staff, group=group, member=town.caller)
    assert browser_of(town.caller).get(f"/g/{group.slug}/t/{post.pk}/").status_code == 200


@pytest.mark.parametrize("reason", ["hate", "rules", "spam", "danger", "other"])
def test_what_breaks_its_rules_its_own_admins_decide(reason, walkers):
    town, group = walkers
    post = written(town.outsider, group)
    mine = written(town.caller, group, "Mine")
    about_admin = report(
        by=town.caller, kind="group_post", thing=post.pk, reason=reason, words="Look"
    )
    about_member = report(
        by=town.outsider, kind="group_post", thing=mine.pk, reason=reason, words="Look"
    )
    for role in STAFF:
        assert reports_waiting_for(town.members[role]) == []
        for made in (about_admin, about_member):
            with pytest.raises(Refused, match="not yours to decide"):
                decide(by=town.members[role], report=made, outcome="hidden", reason="No.")
            with pytest.raises(NotFound):
                report_seen_by(town.members[role], made.pk)
    with pytest.raises(Refused, match="nobody judges their own words"):
        decide(by=town.outsider, report=about_admin, outcome="kept", reason="Fine.")
    decide(by=town.outsider, report=about_member, outcome="hidden", reason="It is.")
    assert is_hidden("group_post", mine.pk)


def test_the_take_down_desk_has_the_law_alone_and_answers_to_the_admins(walkers):
    town, group = walkers
    post = written(town.caller, group, "A threat")
    made = report(by=town.outsider, kind="group_post", thing=post.pk, reason="unlawful")
    for role in set(STAFF) - {"headquarters"}:
        assert reports_waiting_for(town.members[role]) == []
    assert reports_waiting_for(town.headquarters) == [made]
    hide_for_now(by=town.headquarters, report=made)
    decide(by=town.headquarters, report=made, outcome="hidden", reason="Public Order Act.")
    assert [step.what for step in made.steps.order_by("pk")] == [
        Step.What.REPORTED,
        Step.What.HIDDEN,
        Step.What.DECIDED,
    ]
    assert town.client_for("headquarters").get(f"/g/{group.slug}/t/{post.pk}/").status_code == 404
    told = OutgoingMail.objects.filter(to=town.outsider.email, body__contains="Public Order Act.")
    assert told.exists()
    page = browser_of(town.outsider).get(f"/g/{group.slug}/change/").content.decode()
    assert f"/moderation/reports/{made.pk}/" in page
    assert report_seen_by(town.outsider, made.pk) == made
    made.refresh_from_db()
    asked = appeal(by=town.outsider, report=made, words="It was a joke.")
    assert asked.answer == "open"


def test_the_label_is_on_every_page_and_warns_of_joint_campaigning(walkers):
    town, group = walkers
    post = written(town.outsider, group)
    browser = browser_of(town.outsider)
    for path in ("", *PRIVATE, f"t/{post.pk}/", f"t/{post.pk}/change/"):
        page = browser.get(f"/g/{group.slug}/{path}").content.decode()
        assert "Independent group: not run by the campaign" in page, path
        assert IMPRINT in page.split("<footer")[1], path
    assert "the law sets limits" in browser.get(f"/g/{group.slug}/").content.decode()
    join_page = town.client_for("anonymous").get(f"/g/{group.slug}/join/").content.decode()
    assert "Independent group: not run by the campaign" in join_page


def test_where_its_admin_is_barred_nobody_of_the_campaign_follows(
    django_capture_on_commit_callbacks,
):
    town, admin, heir = build_town(), somebody("Ann"), somebody("Ben")
    group = independent_group(admin, town.agent, heir)
    with django_capture_on_commit_callbacks(execute=True):
        bar(by=None, member=admin, reason="Threats.")
    assert list(admins_of(group)) == [heir], "though the agent has been in it longer"
    with django_capture_on_commit_callbacks(execute=True):
        bar(by=None, member=heir, reason="Threats.")
    group.refresh_from_db()
    assert not admins_of(group).exists()
    assert group.closed_at is not None
