"""A mailing goes out in the name of somebody who organises its area, from first copy to last."""

from email import message_from_bytes, policy

import pytest
from django.core import mail as outbox

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.mailings.commands import (
    Draft,
    change_mailing,
    draw_up_mailing,
    go_on_with_mailing,
    let_go,
)
from groundswell.mailings.commands.gathering import begin_due
from groundswell.mailings.commands.sending import send_what_is_due
from groundswell.mailings.models import Mailing
from groundswell.mailings.rules.segments import Chosen
from groundswell.mailings.tests.making import many_who_agreed
from groundswell.members.commands import end_role
from groundswell.members.queries import roles_held

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _by_day():
    with clock.set_to(clock.local_now().replace(hour=12)):
        yield


@pytest.fixture
def mailing(town):
    """Alice's, to three people; another organiser of the area is there to take it on."""
    many_who_agreed(town.marshfield, 3)
    return draw_up_mailing(by=town.organiser, draft=_draft(town))


def _draft(town):
    return Draft("Saturday", town.marshfield, [("Saturday", "Come on Saturday.")], Chosen())


def _end_roles(member):
    for role in roles_held(member):
        end_role(by=None, role=role)


def _senders():
    read = (
        message_from_bytes(one.message().as_bytes(), policy=policy.default) for one in outbox.outbox
    )
    return {one["From"].addresses[0].display_name.partition(",")[0] for one in read}


def test_a_draft_of_somebody_who_organises_no_more_goes_when_it_bears_anothers_name(town, mailing):
    other = town.organiser_without_second_factor
    _end_roles(town.organiser)
    mailing.refresh_from_db()
    for organiser in (other, town.organiser, town.organiser_elsewhere):
        with pytest.raises(Refused):
            let_go(by=organiser, mailing=mailing)
    change_mailing(by=other, mailing=mailing, draft=_draft(town))
    mailing.refresh_from_db()
    let_go(by=other, mailing=mailing)
    send_what_is_due()
    assert len(outbox.outbox) == 3
    assert _senders() == {other.name}


def test_what_is_on_its_way_is_held_up_until_another_organiser_takes_it_on(town, mailing):
    other = town.organiser_without_second_factor
    let_go(by=town.organiser, mailing=mailing)
    begin_due()
    _end_roles(town.organiser)
    send_what_is_due()
    mailing.refresh_from_db()
    assert (outbox.outbox, mailing.state) == ([], Mailing.State.PAUSED)
    for stranger in (town.organiser, town.organiser_elsewhere):
        with pytest.raises(Refused):
            go_on_with_mailing(by=stranger, mailing=mailing)
    go_on_with_mailing(by=other, mailing=mailing)
    send_what_is_due()
    mailing.refresh_from_db()
    assert (len(outbox.outbox), mailing.state) == (3, Mailing.State.SENT)
    assert _senders() == {other.name}
