"""A round of ten doors in Bob's hands, and his telephone."""

import pytest

from groundswell.common.ids import uuid7
from groundswell.doorstep.commands import book_round, cut_by_size
from groundswell.offline_app.tests.telephones import Telephone
from tests.canvass import open_canvass


@pytest.fixture
def walked(town):
    effort = open_canvass(town, doors=10)
    (one,) = cut_by_size(by=town.organiser, effort=effort, doors=10)
    book_round(by=town.caller, walked=one, key=uuid7())
    one.refresh_from_db()
    return one


@pytest.fixture
def telephone(town, walked):
    return Telephone(town.caller, walked.code)
