"""How far things travel, told to those who look after the area, and to nobody else."""

import pytest

from groundswell.common.errors import NotFound
from groundswell.profiles.commands import change_page
from groundswell.sharing.commands import leave_the_tree, note_came_through, share
from groundswell.sharing.queries import reach, scope_for, set_going

pytestmark = pytest.mark.django_db


@pytest.fixture
def passed_on(town):
    """Sue's page, shared by Bob to Vic, who passes it on to Olive."""
    page = change_page(by=town.supporter, visibility="public", words="I sing.", why="")
    subject = ("profile", page.pk)
    link = share(by=town.caller, kind="profile", id=page.pk)
    note_came_through(member=town.vetted, via=link.code, action="joined", subject=subject)
    further = share(by=town.vetted, kind="profile", id=page.pk)
    note_came_through(member=town.outsider, via=further.code, action="joined", subject=subject)
    return link


def test_each_area_sees_its_own(town, passed_on):
    told = reach(scope_for(town.organiser))
    assert [(one.number, one.people) for one in told.generations] == [(1, 1), (2, 1)]
    assert (told.people, told.sharers) == (2, 2)
    assert told.brought is not None
    assert told.brought.mean == pytest.approx(2 / 3)
    assert reach(scope_for(town.organiser_elsewhere)).people == 0
    assert reach(scope_for(town.headquarters, town.hillbury.pk)).people == 0
    with pytest.raises(NotFound):
        scope_for(town.organiser, town.hillbury.pk)
    with pytest.raises(NotFound):
        scope_for(town.caller)


def test_who_leaves_is_gone_from_the_tree_and_the_counts_stay(town, passed_on):
    assert leave_the_tree(by=town.vetted) == 1
    assert leave_the_tree(by=town.vetted) == 0
    assert set_going(town.vetted).people == 0
    assert set_going(town.caller).people == 2
    assert reach(scope_for(town.organiser)).people == 2


def test_the_page_keeps_the_light_that_its_reader_chose(town, passed_on):
    reader = town.client_for("organiser")
    reader.cookies["theme"] = "dark"
    assert 'data-theme="dark"' in reader.get("/word-of-mouth/", {"theme": "profile"}).text
    assert town.client_for("caller").get("/word-of-mouth/").status_code == 403
