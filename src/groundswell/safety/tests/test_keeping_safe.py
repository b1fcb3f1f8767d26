"""Doors nobody is sent to, people who are out, calls for help; who sees them and who does not."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.models import OutgoingMail
from groundswell.contact.commands import record_attempts
from groundswell.contact.tests.street import Street, browser, member, organiser
from groundswell.privacy.registry import holders
from groundswell.safety import commands, queries
from groundswell.safety.models import DoorNote, HelpCall, Shift, ShiftEvent

pytestmark = pytest.mark.django_db


def left(street, home, text="Dog in the yard", **more):
    """A note on a door."""
    return commands.add_door_note(
        by=member(f"Cal{uuid4().hex[:6]}"),
        constituency_id=street.constituency.pk,
        household_id=home,
        text=text,
        key=uuid4(),
        **more,
    )


def test_do_not_send_holds_at_once_and_until_an_organiser_ends_it():
    street = Street()
    home, other = street.electors[0].household_id, street.electors[2].household_id
    olu, far = organiser("Olu", street.ward), organiser("Far", Street(name="Eastmere").ward)
    note = left(street, home, text="Threatened us", do_not_send=True)
    seat = street.constituency.pk
    assert queries.doors_not_to_send(seat, [home, other]) == {home}
    assert queries.access_notes(seat, [home]) == {}
    assert list(queries.door_notes_for(olu)) == [note]
    assert not queries.door_notes_for(far).exists()
    ending = {"constituency_id": seat, "note_id": note.pk}
    with pytest.raises(NotFound):
        commands.end_door_note(by=far, **ending, reason="Moved out")
    with pytest.raises(Refused):
        commands.end_door_note(by=olu, **ending, reason=" ")
    assert commands.confirm_door_note(by=olu, **ending).confirmed_by == olu
    commands.end_door_note(by=olu, **ending, reason="Moved out")
    assert queries.doors_not_to_send(seat, [home, other]) == frozenset()


def test_how_to_get_in_is_for_whoever_goes_and_safety_for_organisers_alone():
    street = Street()
    home, seat = street.electors[0].household_id, street.constituency.pk
    left(street, home, text="Bell is broken: knock")
    left(street, home, text="Shouted", safety=True)
    assert queries.access_notes(seat, [home]) == {home: "Bell is broken: knock"}
    olu = organiser("Olu", street.constituency)
    assert len(queries.safety_notes(olu, seat, [home])[home]) == 2
    assert queries.safety_notes(member("Cal"), seat, [home]) == {}


def test_a_note_sent_twice_is_one_and_one_without_words_is_none():
    street = Street()
    home, key = street.electors[0].household_id, uuid4()
    for _again in range(2):
        commands.add_door_note(
            by=None,
            constituency_id=street.constituency.pk,
            household_id=home,
            text="Side door",
            key=key,
        )
    with pytest.raises(Refused):
        left(street, home, text=" ")
    assert DoorNote.objects.count() == 1


def test_a_shift_is_the_same_in_whatever_order_its_events_come():
    cal, now = member("Cal"), clock.now()
    came, went = uuid4(), uuid4()
    commands.check_out(by=cal, key=went, at=now - timedelta(hours=1))
    assert queries.current_shift(cal) is None
    for _again in range(2):
        commands.check_in(by=cal, key=came, at=now - timedelta(hours=3), round_code="AB12")
    shift = Shift.objects.get()
    assert shift.checked_out_at == now - timedelta(hours=1)
    assert ShiftEvent.objects.count() == 2


def test_who_is_out_is_seen_by_the_areas_organisers_with_the_last_door():
    street, cal, now = Street(), member("Cal"), clock.now()
    olu, far = organiser("Olu", street.constituency), organiser("Far", Street(name="Eastmere").ward)
    seat = street.constituency.pk
    began = now - timedelta(hours=4)
    commands.check_in(by=cal, key=uuid4(), at=began, constituency_id=seat)
    commands.name_buddy(by=cal, key=uuid4(), buddy_name="Bea", buddy_phone="07700 900123")
    (out,) = queries.who_is_out(olu)
    assert (out.shift.member, out.overdue, out.last_door) == (cal, True, "")
    visit = street.result(street.electors[0], channel="door", made_at=now - timedelta(hours=1))
    record_attempts(by=cal, results=[visit])
    (out,) = queries.who_is_out(olu)
    assert (out.overdue, out.last_door, out.shift.buddy_name) == (False, "1 Mill Lane", "Bea")
    assert queries.who_is_out(far) == []
    with pytest.raises(NotFound):
        commands.bring_home(by=far, shift_id=out.shift.pk)
    assert commands.bring_home(by=olu, shift_id=out.shift.pk).checked_out_by == olu
    assert queries.who_is_out(olu) == []


def test_a_call_for_help_reaches_every_organiser_once_with_the_last_door():
    street, cal = Street(), member("Cal")
    olu, ada = organiser("Olu", street.constituency), organiser("Ada", street.constituency)
    far = organiser("Far", Street(name="Eastmere").ward)
    seat, key = street.constituency.pk, uuid4()
    commands.check_in(by=cal, key=uuid4(), constituency_id=seat, round_code="AB12")
    record_attempts(by=cal, results=[street.result(street.electors[2], channel="door")])
    for _again in range(2):
        call = commands.call_for_help(by=cal, key=key, where=(51.5, 0.1, 20.0), note="Dog")
    assert (HelpCall.objects.count(), call.round_code) == (1, "AB12")
    mails = OutgoingMail.objects.filter(key__startswith="help:")
    assert {one.to for one in mails} == {olu.email, ada.email}
    assert all("2 Mill Lane" in one.body for one in mails)
    assert list(queries.help_calls(olu)) == [call]
    assert not queries.help_calls(far).exists()
    with pytest.raises(NotFound):
        commands.answer_help(by=far, call_id=call.pk)
    commands.answer_help(by=ada, call_id=call.pk)
    assert commands.answer_help(by=olu, call_id=call.pk).answered_by == ada
    with pytest.raises(Refused):
        commands.end_help(by=ada, call_id=call.pk, came_of_it="")
    commands.end_help(by=ada, call_id=call.pk, came_of_it="Fetched him, he is well")
    assert not queries.help_calls(olu).exists()
    assert HelpCall.objects.get().ended_by == ada


def test_the_banner_is_on_every_page_of_organisers_until_the_call_is_over():
    street, cal = Street(), member("Cal")
    olu = organiser("Olu", street.constituency)
    desk, other = browser(olu), browser(member("Una"))
    url = reverse("safety:banner")
    assert url in desk.get(reverse("safety:out")).content.decode()
    assert desk.get(url).status_code == 204
    call = commands.call_for_help(
        by=cal, key=uuid4(), constituency_id=street.constituency.pk, note="Dog"
    )
    shown = desk.get(url).content.decode()
    assert "Cal calls for help" in shown
    seen = re.search(r'value="(\w+)"', shown)
    assert seen is not None
    assert desk.get(url, {"seen": seen[1]}).status_code == 204
    assert other.get(url).status_code == 204
    commands.end_help(by=olu, call_id=call.pk, came_of_it="Safe")
    answer = desk.get(url, {"seen": seen[1]})
    assert (answer.status_code, answer.content.strip()) == (200, b"")


def test_a_member_checks_in_names_a_buddy_calls_for_help_and_checks_out():
    cal = member("Cal")
    hand = browser(cal)
    for what, more in (("in", {}), ("buddy", {"buddy_name": "Bea"}), ("help", {}), ("out", {})):
        sent = hand.post(reverse("safety:act", args=[what]), {"key": str(uuid4()), **more})
        assert sent.status_code == 302
    shift = Shift.objects.get()
    assert (shift.buddy_name, shift.checked_out_by) == ("Bea", cal)
    assert HelpCall.objects.get().member == cal
    refused = hand.post(reverse("safety:act", args=["buddy"]), {"key": str(uuid4())})
    assert refused.status_code == 422


def test_an_overdue_shift_is_mailed_once_and_all_of_it_forgotten_after_a_month():
    street, cal, now = Street(), member("Cal"), clock.now()
    olu = organiser("Olu", street.constituency)
    seat = street.constituency.pk
    commands.check_in(by=cal, key=uuid4(), constituency_id=seat)
    for hours in (2, 4, 5):
        with clock.set_to(now + timedelta(hours=hours)):
            commands.tell_of_the_overdue()
    assert OutgoingMail.objects.get(key__startswith="overdue:").to == olu.email
    for days, left in ((29, 1), (31, 0)):
        with clock.set_to(now + timedelta(days=days)):
            commands.forget_what_is_old()
        assert (Shift.objects.count(), ShiftEvent.objects.count()) == (left, left)


def test_notes_are_handed_out_and_go_with_the_last_person_of_the_door():
    street = Street()
    ann, _mate, alone = street.electors
    (holder,) = [one for one in holders() if one.name == "safety"]
    for elector in (ann, alone):
        left(street, elector.household_id, text="Side door")
    assert "Side door" in [value for row in holder.export(ann.person) for value in row.values()]
    assert (holder.erase(ann.person), holder.erase(alone.person)) == (0, 1)
    assert DoorNote.objects.get().household_id == ann.household_id
