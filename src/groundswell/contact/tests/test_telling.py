"""What is told beside a result is kept once, with a person and a day, and nothing vanishes."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.contact.commands import Said, record_attempts, record_said, undo_attempt
from groundswell.contact.models import Case, CaseEntry, Offer
from groundswell.contact.rules.said import OFFERS, reply_by
from groundswell.contact.tests.street import Street, member, organiser


def told(street, *said, by=None, elector=None, **more):
    """Tell it beside a result on the first elector."""
    about = elector or street.electors[0]
    return record_said(
        by=by,
        constituency_id=street.constituency.pk,
        elector_id=about.pk,
        said=said,
        channel="door",
        told_at=clock.now(),
        **more,
    )


@pytest.mark.django_db
def test_an_issue_goes_to_the_nearest_organiser_and_an_offer_waits_for_one():
    street, cal = Street(), member("Cal")
    organiser("Sid", street.constituency)
    ward = organiser("Wen", street.ward)
    issue = Said(uuid4(), "issue", "The drains smell")
    offers = [Said(uuid4(), kind) for kind in OFFERS]
    new = told(street, issue, *offers, by=cal, effort_id=7)
    assert set(new) == {issue.id, *(one.id for one in offers)}
    assert told(street, issue, *offers, by=cal, effort_id=7) == ()
    case = Case.objects.get()
    assert (case.named, case.told_to, case.note) == (ward, cal, "The drains smell")
    assert (case.elector, case.household_id) == (
        street.electors[0],
        street.electors[0].household_id,
    )
    assert case.reply_by == clock.today() + timedelta(days=14)
    assert set(Offer.objects.values_list("kind", "state")) == {(kind, "open") for kind in OFFERS}


@pytest.mark.django_db
def test_where_nobody_organises_the_agent_answers_and_else_it_waits_in_sight():
    street = Street()
    told(street, Said(uuid4(), "issue", "Bins"))
    assert Case.objects.get().named is None
    agent = organiser("Ada", street.constituency, kind="agent")
    told(street, Said(uuid4(), "issue", "Bins"), elector=street.electors[2])
    assert Case.objects.latest("pk").named == agent


@pytest.mark.django_db
def test_what_no_version_knows_is_refused_and_nothing_of_it_is_kept():
    street = Street()
    with pytest.raises(Refused), transaction.atomic():
        told(street, Said(uuid4(), "issue", "Bins"), Said(uuid4(), "song"))
    assert not Case.objects.exists()


@pytest.mark.django_db
def test_undoing_a_result_takes_back_what_was_told_with_it_unless_somebody_took_it_up():
    street, cal = Street(), member("Cal")
    ann, _mate, other = street.electors
    results = [street.result(one, "refused", channel="door") for one in (ann, other)]
    record_attempts(by=cal, results=results)
    for result, elector in zip(results, (ann, other), strict=True):
        said = [Said(uuid4(), "issue", "Bins"), Said(uuid4(), "poster")]
        told(street, *said, by=cal, elector=elector, result_id=result.id_on_device)
    taken = Case.objects.get(elector=other)
    CaseEntry.objects.create(
        constituency=street.constituency, case=taken, kind="note", words="Rang", at=clock.now()
    )
    Offer.objects.filter(elector=other).update(state="taken")
    for result in results:
        undo_attempt(
            by=cal,
            constituency_id=street.constituency.pk,
            id_on_device=result.id_on_device,
        )
    assert Case.objects.get(elector=ann).state == "closed"
    assert CaseEntry.objects.get(case__elector=ann).kind == "taken_back"
    assert Offer.objects.get(elector=ann).state == "declined"
    taken.refresh_from_db()
    assert (taken.state, Offer.objects.get(elector=other).state) == ("open", "taken")


days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(days, st.integers(0, 60), st.integers(1, 90))
def test_whoever_answers_has_the_time_promised_or_a_week_of_it(told_on, late, promised):
    received = told_on + timedelta(days=late)
    due = reply_by(told_on, received, promised)
    assert due >= told_on + timedelta(days=promised)
    assert due >= received + timedelta(days=min(7, promised))
    assert due <= received + timedelta(days=promised)
