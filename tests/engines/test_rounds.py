"""A round is one person's: two who book it at the same moment, on connections of their own."""

from functools import partial

from groundswell.common.errors import Refused
from groundswell.common.ids import uuid7
from groundswell.doorstep.commands import book_round, cut_by_size, return_round
from groundswell.doorstep.models import Booking, Round
from groundswell.outreach.models import HouseholdHold
from tests.canvass import open_canvass
from tests.town import build_town

RACES = 15


def test_of_two_who_book_one_round_at_once_one_gets_it(at_once):
    town = build_town()
    effort = open_canvass(town, doors=8)
    (walked,) = cut_by_size(by=town.organiser, effort=effort, doors=8)
    members = [town.caller, town.agent]
    for _race in range(RACES):
        answers = at_once(
            [partial(book_round, by=one, walked=walked, key=uuid7()) for one in members]
        )
        got = [one for one in answers if isinstance(one, Booking)]
        assert len(got) == 1, answers
        assert [type(one) for one in answers if one not in got] == [Refused]
        assert Booking.objects.filter(round=walked, state="held").count() == 1
        holds = HouseholdHold.objects.filter(constituency=town.marshfield)
        assert set(holds.values_list("batch", flat=True)) == {walked.key}
        return_round(by=got[0].member, walked=walked)
        assert Round.objects.get(pk=walked.pk).state == Round.State.OPEN


def test_one_press_sent_many_times_is_one_booking(at_once):
    town = build_town()
    (walked,) = cut_by_size(by=town.organiser, effort=open_canvass(town, doors=8), doors=8)
    key = uuid7()
    answers = at_once([partial(book_round, by=town.caller, walked=walked, key=key)] * 4)
    assert not [one for one in answers if not isinstance(one, Booking)], answers
    assert Booking.objects.count() == 1
