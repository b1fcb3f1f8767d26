"""What waits for somebody stands on their front page until it is done."""

from datetime import timedelta
from uuid import uuid4

from groundswell.common import clock
from groundswell.groups.commands import GroupPlan, join, post_thread, start_group
from groundswell.headquarters.queries import needs_of
from groundswell.members.models import Role
from groundswell.moderation.commands import decide, report
from groundswell.places.models import Area
from groundswell.register.commands import record_supply


def test_a_register_to_be_destroyed_waits_for_its_data_manager_alone(town):
    council = Area.objects.create(kind="council", code="E07009001", name="Marsh", path="/0/")
    town.riverside.council = council
    town.riverside.save()
    today = clock.today()
    record_supply(
        by=None,
        entitled_body="Marsh Party",
        regulation="RPR 2001 reg. 106",
        supplied_on=today,
        area_id=council.pk,
        purpose="Canvassing",
        person_responsible="Dana Wells",
        destroy_by=today + timedelta(days=40),
    )
    assert _supplies(town.data_manager) == []
    with clock.set_to(clock.now() + timedelta(days=11)):
        (soon,) = _supplies(town.data_manager)
        assert "within a month" in soon.words
        assert not soon.urgent
    with clock.set_to(clock.now() + timedelta(days=42)):
        (late,) = _supplies(town.data_manager)
        assert late.urgent
        assert _supplies(town.organiser) == []
        page = town.client_for("data_manager").get("/").content.decode()
        assert "is past the day by which it must be destroyed" in page


def test_a_report_waits_for_those_who_decide_on_it(town):
    group = start_group(by=town.vetted, plan=GroupPlan("Gardeners"))
    for member in (town.caller, town.supporter):
        join(by=member, group=group)
    post = post_thread(by=town.caller, group=group, key=uuid4(), title="Slugs", words="Must go.")
    made = report(by=town.supporter, kind="group_post", thing=post.pk, reason="spam")
    (need,) = _reports(town.vetted)
    assert not need.urgent
    for other in (town.caller, town.supporter, town.organiser, town.organiser_elsewhere):
        assert _reports(other) == []
    with clock.set_to(made.due_at + timedelta(minutes=1)):
        for decider in (town.vetted, town.organiser):
            (late,) = _reports(decider)
            assert late.urgent
        assert _reports(town.organiser_elsewhere) == []
    decide(by=town.vetted, report=made, outcome="kept", reason="It is about slugs.")
    assert _reports(town.vetted) == []


def _supplies(member):
    assert member.roles.filter(kind__in=[Role.Kind.DATA_MANAGER, Role.Kind.ORGANISER]).exists()
    return [need for need in needs_of(member) if need.url_name == "register:supplies"]


def _reports(member):
    return [need for need in needs_of(member) if need.url_name == "moderation:desk"]
