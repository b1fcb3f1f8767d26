"""Cases are answered by a person by a day, offers are seen to; others see neither."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.models import OutgoingMail
from groundswell.contact.commands import Said, casework, forget_person, record_said
from groundswell.contact.models import Case, CaseEntry, Offer
from groundswell.contact.queries.casework import (
    case_for,
    cases_shown,
    offers_shown,
    somebody_to_name,
)
from groundswell.contact.tests.street import Street, browser, member, organiser
from groundswell.members.models import Member
from groundswell.privacy.registry import holders

pytestmark = pytest.mark.django_db

MORNING = datetime.fromisoformat("2027-02-01T09:30:00+00:00")


class Told:
    """A street whose first elector raised an issue and offered a poster site."""

    def __init__(self):
        self.street = Street()
        self.olu = organiser("Olu", self.street.ward)
        self.far = organiser("Far", Street(name="Eastmere").ward)
        self.ann = self.street.electors[0]
        record_said(
            by=member("Cal"),
            constituency_id=self.street.constituency.pk,
            elector_id=self.ann.pk,
            said=[Said(uuid4(), "issue", "Drains"), Said(uuid4(), "poster", "Front garden")],
            channel="door",
            told_at=clock.now(),
        )
        self.case, self.offer = Case.objects.get(), Offer.objects.get()
        self.about = {"constituency_id": self.street.constituency.pk, "case_id": self.case.pk}
        self.of_offer = {"constituency_id": self.street.constituency.pk, "offer_id": self.offer.pk}


def known(name, branch=None):
    """A member an organiser may give a case to."""
    somebody = member(name, branch)
    somebody.standing = Member.Standing.MEMBER
    somebody.save()
    return somebody


def test_a_case_is_handed_on_answered_and_closed_and_everything_is_kept():
    told = Told()
    sid = known("Sid", told.street.constituency)
    with pytest.raises(NotFound):
        case_for(sid, told.street.constituency.pk, told.case.pk)
    assert somebody_to_name(told.olu, told.case, "sid") == sid
    key = uuid4()
    for _again in range(2):
        casework.hand_case(by=told.olu, **told.about, key=key, to=sid, words="You know drains")
    assert list(cases_shown(sid, "mine")) == [told.case]
    assert OutgoingMail.objects.get(to=sid.email).subject == "A case is yours to answer"
    with pytest.raises(Refused):
        casework.reply_to_case(by=sid, **told.about, key=uuid4(), words=" ", channel="phone")
    with pytest.raises(Refused):
        casework.reply_to_case(by=sid, **told.about, key=uuid4(), words="Rang", channel="drum")
    with pytest.raises(NotFound):
        casework.note_on_case(by=told.far, **told.about, key=uuid4(), words="Mine?")
    casework.reply_to_case(by=sid, **told.about, key=uuid4(), words="Rang", channel="phone")
    casework.close_case(by=told.olu, **told.about, key=uuid4(), words="Mended")
    casework.reopen_case(by=sid, **told.about, key=uuid4(), words="Smells again")
    case = casework.close_case(by=sid, **told.about, key=uuid4(), words="Mended at last")
    assert (case.state, case.named) == ("closed", sid)
    kinds = list(CaseEntry.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["handed", "replied", "closed", "reopened", "closed"]


def test_a_supporter_nobody_vouches_for_gets_no_case():
    told = Told()
    newcomer = member("New", told.street.constituency)
    with pytest.raises(Refused):
        casework.hand_case(by=told.olu, **told.about, key=uuid4(), to=newcomer)
    with pytest.raises(Refused):
        somebody_to_name(told.olu, told.case, "Nobody Atall")


def test_what_nobody_has_is_on_the_list_and_in_the_mornings_mail():
    told = Told()
    told.olu.is_active = False
    told.olu.save()
    ada = organiser("Ada", told.street.constituency)
    assert list(cases_shown(ada, "unnamed")) == [told.case]
    assert list(cases_shown(told.far, "unnamed")) == []
    with clock.set_to(MORNING):
        ada.roles.update(ends_on=MORNING.date() + timedelta(days=1))
        for _again in range(2):
            casework.remind_of_cases()
    (mail,) = OutgoingMail.objects.filter(key__startswith="cases:")
    assert mail.to == ada.email
    assert "1 case in your area has nobody" in mail.body


def test_the_person_named_hears_each_morning_of_what_is_overdue():
    told = Told()
    with clock.set_to(MORNING.replace(hour=5)):
        casework.remind_of_cases()
    assert not OutgoingMail.objects.exists()
    for day in range(2):
        with clock.set_to(MORNING + timedelta(days=day)):
            casework.remind_of_cases()
    mails = OutgoingMail.objects.filter(key__startswith="cases:", to=told.olu.email)
    assert ["1 case of yours is past its day." in one.body for one in mails] == [True, True]
    assert not any("Drains" in one.body for one in mails)


def test_an_offer_is_taken_once_handed_on_and_done_or_declined_with_a_reason():
    told = Told()
    sid = known("Sid", told.street.constituency)
    ada = organiser("Ada", told.street.constituency)
    assert list(offers_shown(told.olu, "open", "poster")) == [told.offer]
    assert list(offers_shown(told.olu, "open", "lift")) == []
    with pytest.raises(NotFound):
        casework.take_offer(by=told.far, **told.of_offer)
    for _again in range(2):
        casework.take_offer(by=told.olu, **told.of_offer)
    with pytest.raises(Refused):
        casework.take_offer(by=ada, **told.of_offer)
    casework.hand_offer(by=ada, **told.of_offer, to=sid)
    with pytest.raises(Refused):
        casework.finish_offer(by=sid, **told.of_offer, done=False)
    offer = casework.finish_offer(by=sid, **told.of_offer, done=True)
    assert (offer.state, offer.taken_by) == ("done", sid)
    assert list(offers_shown(ada, "over")) == [told.offer]


def test_who_asks_is_told_all_and_who_is_erased_leaves_nothing_behind():
    told = Told()
    casework.note_on_case(by=told.olu, **told.about, key=uuid4(), words="Asked the council")
    (holder,) = [one for one in holders() if one.name == "contact"]
    rows = [value for row in holder.export(told.ann.person) for value in row.values()]
    assert {"Drains", "Front garden", "Asked the council"} <= set(rows)
    assert forget_person(told.ann.person) == 3
    assert [one.objects.count() for one in (Case, CaseEntry, Offer)] == [0, 0, 0]


def test_casework_is_forgotten_a_year_after_it_was_over():
    told = Told()
    casework.close_case(by=told.olu, **told.about, key=uuid4(), words="Mended")
    for days, left in ((360, 1), (370, 0)):
        with clock.set_to(clock.now() + timedelta(days=days)):
            casework.forget_old_casework()
        assert (Case.objects.count(), CaseEntry.objects.count()) == (left, left)
    assert Offer.objects.count() == 1


def test_the_pages_show_what_waits_and_keep_what_is_typed():
    told = Told()
    desk = browser(told.olu)
    lists = desk.get(reverse("contact:cases")).content.decode()
    assert "Drains" in lists
    assert "Front garden" in desk.get(reverse("contact:offers")).content.decode()
    page = reverse("contact:case_step", args=list(told.about.values()))
    form = {"act": "reply", "key": str(UUID(int=1)), "words": "", "channel": "post"}
    refused = desk.post(page, form)
    assert refused.status_code == 422
    desk.post(page, form | {"words": "Wrote to them"})
    elector = reverse("contact:elector", args=[told.street.constituency.pk, told.ann.pk])
    timeline = desk.get(elector).content.decode()
    assert "Raised an issue" in timeline
    assert "Wants a poster" in timeline
    assert browser(told.far).get(reverse("contact:cases")).content.decode().count("Drains") == 0
