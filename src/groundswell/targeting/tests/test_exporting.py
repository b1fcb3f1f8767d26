"""A list that leaves the site: off by default, marked and logged when it is allowed."""

import csv
import io

import pytest
from django.conf import settings

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.models import AuditLine
from groundswell.privacy.commands import stop_contact
from groundswell.privacy.models import Sighting
from groundswell.register.models import Elector
from groundswell.targeting.commands import export_universe, retire_universe, save_universe
from groundswell.targeting.queries import downloads_for
from tests.phone_bank import people_in

REASON = "Letters to new electors in June"


@pytest.fixture
def universe(town):
    people_in(town.riverside, town.marshfield, [2, 1])
    return save_universe(
        by=town.organiser,
        name="Riverside",
        area=town.marshfield,
        rule={"match": "all", "conditions": []},
    )


@pytest.fixture
def allowed(monkeypatch):
    monkeypatch.setattr(settings.ENVIRONMENT, "export_allowed", True)


def rows_of(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_it_is_off_by_default(town, universe):
    with pytest.raises(Refused, match="cannot be downloaded here"):
        export_universe(by=town.organiser, universe_id=universe.pk, reason=REASON)
    page = town.client_for("organiser").get(f"/universes/{universe.pk}/export/")
    assert "cannot be downloaded here" in page.content.decode()
    assert not Sighting.objects.filter(purpose="export").exists()


def test_every_row_is_marked_and_every_person_keeps_a_note(town, universe, allowed):
    made = export_universe(by=town.organiser, universe_id=universe.pk, reason=REASON)
    first, heading, *people, last = rows_of(made.content)
    assert first == last
    assert all(part in first[0] for part in ("Alice Archer", REASON, "3 people"))
    line = AuditLine.objects.get(action="targeting.export_universe")
    marks = [row[heading.index("Export")] for row in people]
    assert marks == [f"{line.details['export']}-{n:05d}" for n in (1, 2, 3)]
    seen = Sighting.objects.filter(purpose="export", member=town.organiser)
    assert set(seen.values_list("person", flat=True)) == set(
        Elector.objects.values_list("person", flat=True)
    )
    assert (line.details["people"], line.details["reason"]) == (3, REASON)
    assert "+44" not in made.content.decode()


def test_who_wants_no_contact_is_not_in_it(
    town, universe, allowed, django_capture_on_commit_callbacks
):
    stopped = Elector.objects.order_by("pk")[0]
    with django_capture_on_commit_callbacks(execute=True):
        stop_contact(by=None, person=stopped.person, how="Said so", channel="post")
    made = export_universe(by=town.organiser, universe_id=universe.pk, reason=REASON)
    assert made.people == 2
    assert not Sighting.objects.filter(purpose="export", person=stopped.person).exists()


def test_only_an_organiser_of_the_area_and_with_a_reason(town, universe, allowed):
    for role in ("organiser_elsewhere", "caller", "data_manager", "headquarters"):
        with pytest.raises(NotFound):
            export_universe(by=town.members[role], universe_id=universe.pk, reason=REASON)
    with pytest.raises(Refused, match="what the list is for"):
        export_universe(by=town.organiser, universe_id=universe.pk, reason="  letters ")


def test_every_organiser_of_the_area_reads_who_took_what(town, universe, allowed):
    made = export_universe(by=town.organiser, universe_id=universe.pk, reason=REASON)
    (one,) = downloads_for(town.organiser)
    assert (one.who, one.universe, one.people) == ("Alice Archer", "Riverside", 3)
    assert one.code in made.name
    assert downloads_for(town.organiser_elsewhere) == []
    retire_universe(by=town.organiser, universe=universe)
    assert len(downloads_for(town.organiser)) == 1
    other = save_universe(
        by=town.organiser,
        name="Everybody",
        area=town.marshfield,
        rule={"match": "all", "conditions": []},
    )
    page = town.client_for("organiser").get(f"/universes/{other.pk}/export/").content.decode()
    assert one.code in page
    assert REASON in page


def test_by_page_and_not_without_limit(town, universe, allowed):
    browser = town.client_for("organiser")
    address = f"/universes/{universe.pk}/export/"
    answer = browser.post(address, {"reason": REASON})
    assert answer["Content-Disposition"].startswith("attachment")
    assert len(rows_of(answer.content)) == 6
    with clock.set_to(clock.now()):
        for _time in range(11):
            answer = browser.post(address, {"reason": REASON})
    assert "too often" in answer.content.decode()
