"""What people said in their own words is deleted in time; all else stays as it was."""

from datetime import timedelta

import pytest
from django.conf import settings

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.common.models import AuditLine
from groundswell.contact.commands import (
    AnswerGiven,
    Correction,
    correct_attempt,
    expire_words,
    rebuild_state,
    record_attempts,
    save_script,
)
from groundswell.contact.models import Answer, Attempt, ElectorState, Tally
from groundswell.contact.queries import timeline
from groundswell.contact.rules.script import Choice, Question, Wording
from groundswell.contact.tests.street import Street, member, organiser

pytestmark = pytest.mark.django_db

POTHOLES = Question(
    "q1", "single", "Any potholes?", choices=(Choice("yes", "Yes"), Choice("no", "No"))
)
WORDS = Wording("Hello", (POTHOLES, Question("q2", "text", "Where?")))


@pytest.fixture
def spoken():
    """A street, its organiser, and a conversation with one answer picked and one in words."""
    street = Street()
    olu = organiser("Olu", street.constituency)
    version = save_script(by=olu, name="Roads", area=street.constituency, wording=WORDS)
    answers = (AnswerGiven("q1", "yes"), AnswerGiven("q2", "By the mill"))
    result = street.result(
        street.electors[0], "spoke", answers=answers, script_version_id=version.pk
    )
    record_attempts(by=member("Cal"), results=[result])
    return street, olu, result


def everything_counted():
    return list(ElectorState.objects.order_by("elector").values()), list(
        Tally.objects.order_by("pk").values("attempts", "contacts", "conversations")
    )


def test_words_go_when_their_time_is_over_and_totals_stay(spoken):
    street, olu, _result = spoken
    days = timedelta(days=settings.ENVIRONMENT.words_days)
    with clock.set_to(clock.now() + days - timedelta(hours=1)):
        assert expire_words() == 0
    before = everything_counted()
    with clock.set_to(clock.now() + days + timedelta(hours=1)):
        assert expire_words() == 1
        assert expire_words() == 0
    kept = dict(Answer.objects.values_list("question", "value"))
    assert kept == {"q1": "yes", "q2": ""}
    assert everything_counted() == before
    rebuild_state()
    assert everything_counted()[1] == before[1]
    (entry,) = timeline(olu, street.electors[0])
    assert [one.answer for one in entry.said] == ["Yes", "deleted, for its time is over"]
    line = AuditLine.objects.get(action="contact.expire_words")
    assert line.details["rows"] == 1


def test_the_reason_of_a_correction_goes_too(spoken):
    street, olu, result = spoken
    correct_attempt(
        by=olu,
        constituency_id=street.constituency.pk,
        id_on_device=result.id_on_device,
        correction=Correction(uuid7(), outcome="refused"),
        reason="She rang us and said so",
    )
    assert Attempt.objects.exclude(reason="").count() == 1
    with clock.set_to(clock.now() + timedelta(days=settings.ENVIRONMENT.words_days + 1)):
        expire_words()
    assert not Attempt.objects.exclude(reason="").exists()
    assert street.state(street.electors[0]).last_outcome == "refused"
