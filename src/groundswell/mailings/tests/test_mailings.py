"""A mailing goes once to whoever agreed, from organisers of the area only, within its limits."""

import re
from datetime import timedelta
from email import message_from_bytes, policy
from urllib.parse import urlsplit

import pytest
from django.core import mail as outbox
from django.test import Client

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.mailings.commands import (
    Draft,
    care_about,
    choose,
    draw_up_mailing,
    let_go,
    pause_mailing,
    send_trial_copy,
    stop_address,
    stop_mailing,
)
from groundswell.mailings.commands.gathering import begin_due
from groundswell.mailings.commands.sending import send_what_is_due
from groundswell.mailings.models import FollowedCopy, Interest, Mailing, Recipient
from groundswell.mailings.queries.mailings import mailings_for, progress_of, reach_of
from groundswell.mailings.queries.segments import members_chosen
from groundswell.mailings.rules.segments import Chosen
from groundswell.mailings.tests.making import many_who_agreed
from groundswell.members.commands import bar, end_role
from groundswell.members.models import Member
from groundswell.members.queries import roles_held
from groundswell.profiles.registry import Figures, register_deeds

pytestmark = pytest.mark.django_db
WORDS = "Dear {name},\n\ncome on *Saturday*: [sign up](https://example.org/saturday).\n"


@pytest.fixture(autouse=True)
def _by_day():
    noon = clock.local_now().replace(hour=12)
    with clock.set_to(noon):
        yield


def _draw_up(town, by=None, wordings=None, **more):
    chosen = more.pop("chosen", Chosen())
    draft = Draft("Saturday", town.marshfield, wordings or [("Saturday, {name}?", WORDS)], chosen)
    return draw_up_mailing(by=by or town.organiser, draft=draft)


def _read(sent):
    return message_from_bytes(sent.message().as_bytes(), policy=policy.default)


def _send(town, mailing, by=None):
    let_go(by=by or town.organiser, mailing=mailing)
    send_what_is_due()
    mailing.refresh_from_db()
    return mailing


def test_it_goes_to_whoever_agreed_and_to_nobody_else(town):
    many_who_agreed(town.marshfield, 3)
    many_who_agreed(town.hillbury, 2, first=10)
    bounced, left = many_who_agreed(town.marshfield, 2, first=20)
    stop_address(email=bounced.email, reason="bounced")
    choose(by=left, member=left, kind="mailing", wanted=False, how="My mail")
    mailing = _draw_up(town)
    assert reach_of(mailing).people == 3
    _send(town, mailing)
    send_what_is_due()
    assert sorted(one.to[0] for one in outbox.outbox) == [f"m{n}@example.org" for n in range(3)]
    assert mailing.state == Mailing.State.SENT
    assert progress_of(mailing).sent == 3


def test_a_copy_is_a_whole_mail(town):
    _ann, sian = many_who_agreed(town.marshfield, 2)
    _send(town, _draw_up(town))
    read = _read(next(one for one in outbox.outbox if one.to == [sian.email]))
    assert read["To"].addresses[0].display_name == sian.name
    assert read["From"].addresses[0].display_name == "Alice Archer, The Test Party"
    assert read["Subject"] == f"Saturday, {sian.name}?"
    assert read["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    text, html = (read.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert f"Dear {sian.name}," in text
    assert "The words of Alice Archer, organiser, Marshfield." in text
    assert ".invalid" not in text + html
    assert "<em>Saturday</em>" in html
    stop = read["List-Unsubscribe"].strip(" <>")
    assert stop in text
    Client().post(urlsplit(stop).path)
    assert reach_of(_draw_up(town)).people == 1


def test_only_an_organiser_of_the_area_writes_to_it(town):
    many_who_agreed(town.marshfield, 1)
    mailing = _draw_up(town)
    assert mailing in mailings_for(town.organiser)
    for other in (town.organiser_elsewhere, town.caller, town.agent, town.headquarters):
        assert mailing not in mailings_for(other)
        with pytest.raises(Refused):
            _draw_up(town, by=other)
        for act in (let_go, pause_mailing, stop_mailing, send_trial_copy):
            with pytest.raises(Refused):
                act(by=other, mailing=mailing)
    send_what_is_due()
    assert not outbox.outbox


def test_nobody_gets_more_than_the_weeks_share_from_all_senders(town):
    many_who_agreed(town.marshfield, 2)
    for _number in range(2):
        assert progress_of(_send(town, _draw_up(town))).sent == 2
    third = _draw_up(town)
    assert (reach_of(third).people, reach_of(third).left_out) == (0, 2)
    with pytest.raises(Refused):
        let_go(by=town.organiser, mailing=third)
    many_who_agreed(town.marshfield, 1, first=5)
    assert progress_of(_send(town, third)).left_out == 2
    assert len(outbox.outbox) == 5
    with clock.set_to(clock.now() + timedelta(days=7, minutes=1)):
        assert reach_of(third).left_out == 0


def test_people_who_are_no_members_are_sent_an_imprint_or_nothing(town):
    many_who_agreed(town.marshfield, 1, standing="supporter")
    with pytest.raises(Refused, match="imprint"):
        _send(town, _draw_up(town))


def test_by_night_nothing_goes(town):
    many_who_agreed(town.marshfield, 1)
    mailing = _draw_up(town)
    with clock.set_to(clock.local_now().replace(hour=22)):
        _send(town, mailing)
        assert not outbox.outbox
    with clock.set_to(clock.local_now().replace(hour=9) + timedelta(days=1)):
        send_what_is_due()
    assert len(outbox.outbox) == 1


def test_stopped_in_the_middle_the_rest_does_not_go(town):
    many_who_agreed(town.marshfield, 3)
    mailing = _draw_up(town)
    let_go(by=town.organiser, mailing=mailing)
    with clock.set_to(clock.local_now().replace(hour=22)):
        send_what_is_due()
    pause_mailing(by=town.organiser, mailing=mailing)
    send_what_is_due()
    stop_mailing(by=town.organiser, mailing=mailing)
    send_what_is_due()
    assert not outbox.outbox
    assert progress_of(mailing).stopped == 3
    assert reach_of(_draw_up(town)).people == 3


@pytest.mark.parametrize("begun", [False, True])
def test_nothing_more_goes_out_in_the_name_of_somebody_barred(
    begun, town, django_capture_on_commit_callbacks
):
    many_who_agreed(town.marshfield, 3)
    mailing = _draw_up(town)
    let_go(by=town.organiser, mailing=mailing)
    if begun:
        begin_due()
    with django_capture_on_commit_callbacks(execute=True):
        bar(by=None, member=town.organiser, reason="Threats.")
    send_what_is_due()
    assert not outbox.outbox
    mailing.refresh_from_db()
    assert mailing.state == (Mailing.State.PAUSED if begun else Mailing.State.DRAFT)


def test_whose_role_ended_before_its_time_sends_nothing(town):
    many_who_agreed(town.marshfield, 3)
    mailing = _draw_up(town)
    let_go(by=town.organiser, mailing=mailing, starts_at=clock.now() + timedelta(hours=1))
    for role in roles_held(town.organiser):
        end_role(by=None, role=role)
    with clock.set_to(clock.now() + timedelta(hours=2)):
        send_what_is_due()
    assert not outbox.outbox
    mailing.refresh_from_db()
    assert mailing.state == Mailing.State.DRAFT


def test_two_wordings_are_tried_on_some_and_the_better_goes_to_the_rest(town):
    many_who_agreed(town.marshfield, 120)
    mailing = _send(town, _draw_up(town, wordings=[("One", WORDS), ("Two", WORDS)]))
    tried = len(outbox.outbox)
    assert 0 < tried < 120
    assert mailing.state == Mailing.State.SENDING
    links: dict[str, list[str]] = {}
    for one in outbox.outbox:
        read = _read(one)
        text = read.get_body(("plain",)).get_content()
        path = re.findall(r"(/m/go/\S+?)\)", text)[0]
        links.setdefault(read["Subject"], []).append(path)
    path = links["Two"][0]
    browser = Client()
    browser.head(path)
    for _again in range(2):
        answer = browser.get(path)
        assert answer["Location"] == "https://example.org/saturday"
        assert not answer.cookies
    variants = {variant.letter: variant for variant in mailing.variants.all()}
    assert (variants["A"].clickers, variants["B"].clickers) == (0, 1)
    assert variants["B"].links.get().clicks == 2
    assert FollowedCopy.objects.count() == 1
    variants["B"].clickers = 30
    variants["B"].save()
    send_what_is_due()
    mailing.refresh_from_db()
    assert mailing.better == "B"
    assert len(outbox.outbox) == 120
    assert {_read(one)["Subject"] for one in outbox.outbox[tried:]} == {"Two"}


def test_without_a_decision_the_rest_goes_when_the_hours_are_over(town):
    many_who_agreed(town.marshfield, 60)
    mailing = _send(town, _draw_up(town, wordings=[("One", WORDS), ("Two", WORDS)]))
    assert len(outbox.outbox) < 60
    with clock.set_to(mailing.gathered_at + timedelta(hours=4, minutes=1)):
        send_what_is_due()
    assert len(outbox.outbox) == 60
    assert Recipient.objects.filter(state="sent").count() == 60


def test_it_is_narrowed_by_place_interest_standing_and_what_people_did(town, monkeypatch):
    monkeypatch.setattr("groundswell.profiles.registry._deeds", {})
    members = many_who_agreed(town.marshfield, 4)
    members[0].branch = town.riverside
    members[0].save()
    members[1].standing = "vetted"
    members[1].save()
    housing = Interest.objects.create(name="Housing")
    care_about(by=members[2], interests=[housing.pk])
    called = Member.objects.filter(pk=members[3].pk).values_list("pk", flat=True)
    register_deeds(
        "test_calls", label=str, counts=lambda _member: Figures(), doers=lambda _since: called
    )

    def found(**chosen):
        return [m.pk for m in members_chosen(town.marshfield, Chosen(**chosen)).order_by("pk")]

    ids = [member.pk for member in members]
    assert found() == ids
    assert found(places=[town.riverside.pk]) == ids[:1]
    assert found(places=[town.hillbury.pk]) == []
    assert found(standings=["vetted"]) == [ids[1]]
    assert found(interests=[housing.pk]) == [ids[2]]
    assert found(deed="test_calls") == [ids[3]]
    assert found(deed="test_calls", did=False) == ids[:3]
    both = found(standings=["member", "vetted"], places=[town.riverside.pk, town.marshfield.pk])
    assert both == ids, "each once"
