"""Reports: who decides, by when, what both sides are told; nobody judges themselves."""

from datetime import timedelta
from uuid import uuid4

import pytest

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.models import OutgoingMail
from groundswell.groups.commands import GroupPlan, join, name_admin, post_thread, start_group
from groundswell.moderation.commands import (
    answer_appeal,
    appeal,
    decide,
    hide_for_now,
    report,
    show_again,
    tell_of_what_is_late,
)
from groundswell.moderation.models import Outcome, Report
from groundswell.moderation.queries import (
    figures,
    is_hidden,
    may_decide,
    report_seen_by,
    reports_waiting_for,
)
from groundswell.moderation.queries.reports import may_answer
from tests.town import Town, build_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Town:
    """Vic's group of the campaign in Marshfield, with Bob and Sue; Bob wrote in it."""
    town = build_town()
    town.things["group"] = start_group(by=town.vetted, plan=GroupPlan("Gardeners"))
    for member in (town.caller, town.supporter):
        join(by=member, group=town.group)
    town.things["post"] = post_thread(
        by=town.caller, group=town.group, key=uuid4(), title="Slugs", words="They must go."
    )
    return town


def reported(town: Town, reason: str = "spam") -> Report:
    return report(by=town.supporter, kind="group_post", thing=town.post.pk, reason=reason)


def test_once_reported_is_one_report_and_only_who_reads_it_reports_it(town):
    assert reported(town) == reported(town)
    with pytest.raises(NotFound):
        report(by=town.outsider, kind="group_post", thing=town.post.pk, reason="spam")
    with pytest.raises(Refused, match="in a sentence"):
        report(by=town.vetted, kind="group_post", thing=town.post.pk, reason="other")


def test_the_admins_decide_then_the_organisers_of_the_area(town):
    made = reported(town)
    assert may_decide(town.vetted, made)
    for other in (town.organiser, town.organiser_elsewhere, town.caller, town.supporter):
        assert not may_decide(other, made)
    with clock.set_to(made.due_at + timedelta(minutes=1)):
        assert reports_waiting_for(town.organiser) == [made]
        assert reports_waiting_for(town.organiser_elsewhere) == []


def test_nobody_judges_what_they_wrote(town):
    name_admin(by=town.vetted, group=town.group, member=town.caller)
    made = reported(town)
    with pytest.raises(Refused, match="nobody judges their own words"):
        decide(by=town.caller, report=made, outcome="kept", reason="I like it.")
    mine = post_thread(by=town.vetted, group=town.group, key=uuid4(), title="A", words="B")
    other = report(by=town.supporter, kind="group_post", thing=mine.pk, reason="spam")
    assert may_decide(town.caller, other)
    assert not may_decide(town.vetted, other)


def test_where_the_only_admin_wrote_it_an_organiser_decides(town):
    mine = post_thread(by=town.vetted, group=town.group, key=uuid4(), title="A", words="B")
    made = report(by=town.supporter, kind="group_post", thing=mine.pk, reason="spam")
    assert may_decide(town.organiser, made)
    assert not may_decide(town.organiser_elsewhere, made)


def test_hidden_shown_decided_and_both_sides_told(town):
    made = reported(town)
    hide_for_now(by=town.vetted, report=made)
    assert is_hidden("group_post", town.post.pk)
    show_again(by=town.vetted, report=made)
    assert not is_hidden("group_post", town.post.pk)
    with pytest.raises(Refused, match="Give the reason"):
        decide(by=town.vetted, report=made, outcome="hidden", reason=" ")
    decide(by=town.vetted, report=made, outcome="hidden", reason="It sells slug poison.")
    assert is_hidden("group_post", town.post.pk)
    for who in (town.caller, town.supporter):
        told = OutgoingMail.objects.filter(to=who.email, body__contains="It sells slug poison.")
        assert told.count() == 1
    assert [step.what for step in made.steps.order_by("pk")] == [
        "reported",
        "hidden",
        "shown",
        "decided",
    ]
    with pytest.raises(Refused, match="decided already"):
        decide(by=town.vetted, report=made, outcome="kept", reason="After all.")


def test_who_wrote_it_is_never_told_who_reported_it(town):
    made = reported(town)
    hide_for_now(by=town.vetted, report=made)
    page = town.client_for("caller").get(f"/moderation/reports/{made.pk}/").content.decode()
    assert town.supporter.name not in page
    mails = OutgoingMail.objects.filter(to=town.caller.email)
    assert mails
    assert not [mail for mail in mails if town.supporter.name in mail.body]


def test_an_appeal_is_answered_by_somebody_else_and_can_turn_it_round(town):
    made = reported(town)
    decide(by=town.vetted, report=made, outcome="hidden", reason="It is advertising.")
    made.refresh_from_db()
    with pytest.raises(Refused, match="no decision here"):
        appeal(by=town.supporter, report=made, words="More!")
    asked = appeal(by=town.caller, report=made, words="I sell nothing.")
    assert appeal(by=town.caller, report=made, words="Again") == asked
    for who in (town.vetted, town.caller, town.supporter, town.organiser_elsewhere):
        assert not may_answer(who, asked)
        with pytest.raises(Refused, match="Somebody else answers"):
            answer_appeal(by=who, appeal=asked, change=True, reason="Yes.")
    answer_appeal(by=town.organiser, appeal=asked, change=True, reason="He sells nothing.")
    assert not is_hidden("group_post", town.post.pk)
    made.refresh_from_db()
    assert made.outcome == Outcome.KEPT


def test_who_reported_appeals_where_it_stays(town):
    made = reported(town, "hate")
    decide(by=town.vetted, report=made, outcome="kept", reason="It is about slugs.")
    made.refresh_from_db()
    asked = appeal(by=town.supporter, report=made, words="It is not.")
    answer_appeal(by=town.organiser, appeal=asked, change=False, reason="Read it again.")
    asked.refresh_from_db()
    assert asked.answer == "upheld"
    assert not is_hidden("group_post", town.post.pk)


def test_times_are_promised_and_counted(town):
    made = reported(town, "unlawful")
    assert made.due_at - made.made_at == timedelta(hours=24)
    with clock.set_to(made.made_at + timedelta(hours=25)):
        late = figures(made.made_at - timedelta(days=1))
        assert (late.reports, late.waiting, late.overdue) == (1, 1, 1)
        decide(by=town.vetted, report=made, outcome="hidden", reason="It is.")
    counted = figures(made.made_at - timedelta(days=1))
    assert (counted.decided, counted.in_time, counted.median_hours) == (1, 0, 25.0)


def test_once_the_day_has_passed_whoever_may_decide_then_is_told_and_once(town):
    made = reported(town, "unlawful")
    mails = OutgoingMail.objects.filter(key__contains=f"report-late-{made.pk}-")
    tell_of_what_is_late()
    assert not mails.exists()
    with clock.set_to(made.due_at + timedelta(hours=1)):
        for _round in range(2):
            tell_of_what_is_late()
    assert town.organiser.email in mails.values_list("to", flat=True)
    assert mails.filter(to=town.vetted.email).count() == 1
    decide(by=town.vetted, report=made, outcome="kept", reason="It is about gardens.")
    gone = appeal(by=town.supporter, report=made, words="It is not.")
    with clock.set_to(gone.due_at + timedelta(hours=1)):
        tell_of_what_is_late()
    assert OutgoingMail.objects.filter(key__contains=f"appeal-late-{gone.pk}-").exists()


def test_without_an_account_a_public_page_is_reported_and_the_answer_mailed(town):
    stranger = town.client_for("anonymous")
    address = f"/moderation/report/group/{town.group.pk}/"
    answer = stranger.post(address, {"reason": "false", "email": "passer.by@example.org"})
    assert answer.status_code == 200
    made = Report.objects.get(kind="group")
    assert may_decide(town.organiser, made)
    decide(by=town.organiser, report=made, outcome="kept", reason="They are who they say.")
    assert OutgoingMail.objects.filter(to="passer.by@example.org").count() == 1


def test_the_desk_wants_a_second_factor_of_who_holds_a_role(town):
    made = reported(town, "unlawful")
    with clock.set_to(made.due_at + timedelta(minutes=1)):
        refused = town.client_for("organiser_without_second_factor").get("/moderation/")
    assert "/members/second-factor/" in refused["Location"]
    assert town.client_for("organiser").get("/moderation/").status_code == 200
    assert report_seen_by(town.organiser, made.pk) == made
