"""Pages: the editor keeps what is typed, an elector's page shows all that was tried."""

import pytest
from django.urls import reverse

from groundswell.common.ids import uuid7
from groundswell.contact.commands import AnswerGiven, record_attempts, save_script, undo_attempt
from groundswell.contact.models import Attempt, CanvassCode, ScriptVersion
from groundswell.contact.rules.script import Choice, Question, Wording
from groundswell.contact.tests.street import Street, browser, member, organiser
from groundswell.members.models import Role
from groundswell.privacy.models import Sighting

pytestmark = pytest.mark.django_db

POTHOLES = Question(
    "q1", "single", "Any potholes?", choices=(Choice("yes", "Yes"), Choice("no", "No"))
)


def typed(street, **more):
    return {
        "name": "Roads",
        "area": street.constituency.pk,
        "introduction": "Good evening",
        "based_on": "0",
        **more,
    }


def test_the_editor_keeps_what_is_typed_until_it_can_be_saved():
    street = Street()
    desk = browser(organiser("Olu", street.constituency))
    url = reverse("contact:new_script")
    page = desk.post(url, typed(street, add="single")).content.decode()
    assert "Good evening" in page
    assert 'name="q1-choices"' in page
    question = {"key": "q1", "q1-kind": "single", "q1-text": "Potholes?", "q1-choices": "Yes"}
    page = desk.post(url, typed(street, **question, save="1")).content.decode()
    assert "Question 1: Offer at least two answers" in page
    assert "Potholes?" in page
    assert not ScriptVersion.objects.exists()
    question["q1-choices"] = "Yes\r\nNo"
    answer = desk.post(url, typed(street, **question, save="1"))
    version = ScriptVersion.objects.get()
    assert answer.url == reverse("contact:script", args=[version.script_id])
    assert [one["value"] for one in version.questions[0]["choices"]] == ["yes", "no"]


def test_questions_are_moved_and_taken_away():
    street = Street()
    desk = browser(organiser("Olu", street.constituency))
    questions = {
        "key": ["q1", "q2"],
        "q1-kind": "text",
        "q1-text": "What else?",
        "q2-kind": "single",
        "q2-text": "Potholes?",
        "q2-choices": "Yes\nNo",
        "q2-ask_if": ["fact:postal_vote:yes"],
    }
    url = reverse("contact:new_script")
    page = desk.post(url, typed(street, **questions, up="q2")).content.decode()
    assert page.index("Potholes?") < page.index("What else?")
    assert "Only after “Has a postal vote”: Yes" in page
    page = desk.post(url, typed(street, **questions, remove="q2")).content.decode()
    assert "Potholes?" not in page


def test_a_crib_sheet_shows_facts_and_runs_nothing():
    street = Street()
    olu = organiser("Olu", street.constituency)
    sheet = "# Seat\n<script>alert(1)</script> [no](javascript:alert(1)) [yes](https://example.org)"
    wording = Wording("Hello", crib_sheet=sheet)
    version = save_script(by=olu, name="Roads", area=street.constituency, wording=wording)
    page = browser(olu).get(reverse("contact:script", args=[version.script_id])).content.decode()
    assert "<h3>Seat</h3>" in page
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert 'href="https://example.org"' in page


def test_an_electors_page_shows_what_was_tried_to_those_of_the_area():
    street, elsewhere = Street(), Street(name="Eastmere")
    olu = organiser("Olu", street.constituency)
    version = save_script(
        by=olu, name="Roads", area=street.constituency, wording=Wording("Hello", (POTHOLES,))
    )
    ann, cal = street.electors[0], member("Cal")
    told = {"script_version_id": version.pk, "answers": (AnswerGiven("q1", "yes"),)}
    spoke, wrong = street.result(ann, "spoke", **told), street.result(ann, "moved")
    record_attempts(by=cal, results=[spoke, wrong])
    undo_attempt(by=cal, constituency_id=wrong.constituency_id, id_on_device=wrong.id_on_device)
    url = reverse("contact:elector", args=[street.constituency.pk, ann.pk])
    page = browser(olu).get(url).content.decode()
    assert "<s>Moved away</s>" in page
    assert "Undone by Cal" in page
    assert "Any potholes?" in page
    assert Sighting.objects.filter(person=ann.person, member=olu).count() == 1
    stranger = organiser("Sam", elsewhere.constituency)
    assert browser(stranger).get(url).status_code == 404
    assert browser(cal).get(url).status_code == 403
    assert not Sighting.objects.filter(member=stranger).exists()


def test_an_organiser_corrects_on_a_page_and_a_data_manager_only_looks():
    street = Street()
    olu = organiser("Olu", street.constituency)
    dan = organiser("Dan", street.constituency, Role.Kind.DATA_MANAGER)
    version = save_script(
        by=olu, name="Roads", area=street.constituency, wording=Wording("Hello", (POTHOLES,))
    )
    ann = street.electors[0]
    result = street.result(ann, "refused", script_version_id=version.pk)
    record_attempts(by=member("Cal"), results=[result])
    url = reverse("contact:correct", args=[street.constituency.pk, ann.pk, result.id_on_device])
    told = {"outcome": "spoke", "answer-q1": "yes", "id_of_correction": str(uuid7())}
    assert browser(dan).get(url).status_code == 403
    desk = browser(olu)
    assert "Any potholes?" in desk.get(url).content.decode()
    assert desk.post(url, told).status_code == 200
    assert Attempt.objects.count() == 1
    assert desk.post(url, {**told, "reason": "They did talk"}).status_code == 302
    assert street.state(ann).conversations == 1


def test_codes_are_changed_by_the_largest_area_only():
    street = Street()
    top, below = organiser("Olu", street.constituency), organiser("Una", street.ward)
    url = reverse("contact:codes")
    new = {"letter": "g", "label": "Green", "meaning": "against"}
    assert browser(below).get(url).status_code == 200
    assert browser(below).post(url, new).status_code == 403
    desk = browser(top)
    assert desk.post(url, new).status_code == 302
    code = CanvassCode.objects.get(letter="G")
    assert "Another code has the letter G" in desk.post(url, {**new, "label": "X"}).content.decode()
    desk.post(reverse("contact:change_code", args=[code.pk]), {"do": "retire"})
    assert desk.post(url, {**new, "label": "Green again"}).status_code == 302
    again = {"letter": "G", "label": "Greens"}
    kept = CanvassCode.objects.get(letter="G", retired=False)
    desk.post(reverse("contact:code", args=[kept.pk]), again)
    kept.refresh_from_db()
    assert (kept.label, kept.meaning) == ("Greens", "against")
