"""Who stands in a filter, and who never does; when it is made anew."""

from datetime import timedelta

import pytest
from django.urls import reverse

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.friends.commands import (
    OpeningPlan,
    close_opening,
    leave_out,
    make_due_sieves,
    open_for_matching,
    sieves_are_due,
)
from groundswell.friends.commands.hashing import BATCH, BATCHES_A_WEEK
from groundswell.friends.models import MatchingKey, Sieve
from groundswell.friends.queries import opening_by_code, sieve_for
from groundswell.friends.rules import oblivious, sieve
from groundswell.privacy.announcements import ContactStopped
from groundswell.privacy.commands import stop_contact, suppress
from groundswell.register.models import ContactDetail, Elector
from tests.phone_bank import people_in, universe_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(town):
    return people_in(town.riverside, town.marshfield, [1] * 30)


def opened(town, **more):
    given = {
        "name": "This month",
        "area": town.marshfield,
        "universe": more.pop("universe", None) or universe_of(town),
        "starts_on": clock.today(),
        "ends_on": clock.today() + timedelta(days=20),
    }
    return open_for_matching(by=more.pop("by", town.organiser), plan=OpeningPlan(**given | more))


def numbers_of(elector):
    return list(
        ContactDetail.objects.filter(
            constituency=elector.constituency_id, elector=elector.pk
        ).values_list("value", flat=True)
    )


def stands_in(made, elector):
    """Whether a device that has the elector's number would find it."""
    width, numbers = sieve.unpacked(bytes(made.body))
    keys = [f"p:{number}" for number in numbers_of(elector)]
    hashes = oblivious.hashed(bytes(made.matching_key.key), keys)
    return any(sieve.short(one) >> (32 - width) in numbers for one in hashes)


def only_of(town):
    return Sieve.objects.get(constituency=town.marshfield)


def test_those_of_the_universe_are_in_it_and_those_to_be_left_alone_are_not(town, people):
    stopped, suppressed, anonymous, *others = people
    stop_contact(by=town.agent, person=stopped.person, how="By letter")
    suppress(by=town.agent, kind="phone", value=numbers_of(suppressed)[0])
    Elector.objects.filter(constituency=town.marshfield, pk=anonymous.pk).update(kind="anonymous")
    from groundswell.contact.commands import keep_states
    from groundswell.contact.commands.stopping import set_stops

    keep_states([town.marshfield.pk])
    set_stops(people=[stopped.person])
    opened(town)
    assert make_due_sieves() == 1
    made = only_of(town)
    assert all(stands_in(made, one) for one in others)
    # One in a thousand looks as if it were in: three who are not, all by chance, do not happen.
    assert [stands_in(made, one) for one in (stopped, suppressed, anonymous)].count(True) <= 1
    assert made.people == len(others)
    assert not sieves_are_due()


def test_others_of_the_area_stand_in_it_as_decoys_the_same_ones_each_time(town, people):
    ten = universe_of(town, name="Ten of them")
    ten.rule = {"match": "all", "conditions": [{"kind": "tag", "is": ["ten"]}]}
    ten.save()
    from groundswell.register.models import Tag

    for one in people[:10]:
        Tag.objects.create(
            constituency=town.marshfield, elector=one, name="ten", added_at=clock.now()
        )
    opened(town, universe=ten)
    make_due_sieves()
    made = only_of(town)
    assert (made.people, made.decoys) == (10, 2)
    first = {one.pk for one in people[10:] if stands_in(made, one)}
    with clock.set_to(clock.now() + timedelta(days=8)):
        make_due_sieves()
        again = only_of(town)
        assert again.matching_key_id != made.matching_key_id
        assert len(first & {one.pk for one in people[10:] if stands_in(again, one)}) >= 2


def test_it_is_made_anew_each_day_with_each_weeks_key_and_for_who_asks_to_be_left_alone(
    town, people
):
    opened(town)
    make_due_sieves()
    first = only_of(town)
    with clock.set_to(clock.now() + timedelta(hours=25)):
        assert sieves_are_due()
        make_due_sieves()
        assert only_of(town).matching_key_id == first.matching_key_id
        leave_out(ContactStopped(person=people[0].person, channel=""))
        assert sieves_are_due()
    with clock.set_to(clock.now() + timedelta(days=8)):
        make_due_sieves()
        assert only_of(town).matching_key_id != first.matching_key_id
        assert MatchingKey.objects.count() == 1


def test_an_opening_that_is_closed_or_over_leaves_no_filter(town, people):
    opening = opened(town)
    make_due_sieves()
    with pytest.raises(Refused):
        close_opening(by=town.caller, opening=opening)
    close_opening(by=town.organiser, opening=opening)
    assert not Sieve.objects.exists()
    opened(town)
    make_due_sieves()
    with clock.set_to(clock.now() + timedelta(days=30)):
        assert sieves_are_due()
        make_due_sieves()
        assert not Sieve.objects.exists()


def test_only_organisers_open_their_own_area_and_no_more_of_it_than_may_be(town):
    with pytest.raises(Refused):
        opened(town, by=town.organiser_elsewhere)
    with pytest.raises(Refused):
        opened(town, ends_on=clock.today() + timedelta(days=200))
    with pytest.raises(Refused):
        opened(town, ends_on=clock.today() - timedelta(days=1))
    with pytest.raises(Refused):
        opened(town, area=town.riverside)
    opening = opened(town)
    assert opening_by_code(opening.code) == opening


def test_filters_and_hashes_are_for_supporters_of_the_area(town, people):
    opened(town)
    make_due_sieves()
    made = only_of(town)
    assert sieve_for(town.supporter, made.pk) == made
    with pytest.raises(NotFound):
        sieve_for(town.outsider, made.pk)
    url = reverse("friends:evaluate", args=[made.matching_key_id])
    points = b"".join(
        oblivious.point_of(f"{place}").public_numbers().x.to_bytes(32) for place in range(BATCH)
    )
    mine = town.client_for("supporter")
    answer = mine.post(url, points, content_type="application/octet-stream")
    assert answer.content == oblivious.evaluated(bytes(made.matching_key.key), points)
    theirs = town.client_for("outsider")
    assert theirs.post(url, points, content_type="application/octet-stream").status_code == 404
    for wrong in (points[:-32], b"\xff" * len(points), b""):
        assert mine.post(url, wrong, content_type="application/octet-stream").status_code == 409


def test_so_many_guesses_a_week_and_no_more(town, people, monkeypatch):
    monkeypatch.setattr("groundswell.friends.commands.hashing.evaluated", lambda _key, body: body)
    opened(town)
    make_due_sieves()
    url = reverse("friends:evaluate", args=[only_of(town).matching_key_id])
    client = town.client_for("supporter")
    body = b"\0" * (BATCH * 32)
    given = [
        client.post(url, body, content_type="application/octet-stream").status_code
        for _turn in range(BATCHES_A_WEEK + 1)
    ]
    assert given == [200] * BATCHES_A_WEEK + [409]
    page = town.client_for("organiser").get(f"/friends/openings/{only_of(town).opening_id}/")
    assert f"at most {BATCHES_A_WEEK * BATCH} details" in page.content.decode()
