"""Leaving the site: what is one's own goes, what others made stays."""

import pytest

from groundswell.groups.commands import add_file, post_reply
from groundswell.groups.commands.files import path_of
from groundswell.groups.commands.leaving import leave_everything
from groundswell.groups.models import GroupFile, Membership, Post
from groundswell.groups.queries import is_admin
from groundswell.groups.tests.people import campaign_group, new_key, somebody, written
from groundswell.profiles.registry import belongings

pytestmark = pytest.mark.django_db


def test_what_one_wrote_and_added_goes_and_the_group_is_handed_on(
    django_capture_on_commit_callbacks,
):
    ann, ben = somebody("Ann"), somebody("Ben")
    group = campaign_group(ann, ben)
    thread = written(ann, group, "Private plans")
    reply = post_reply(by=ben, thread=thread, key=new_key(), words="Good ones")
    file = add_file(by=ann, group=group, name="plans.txt", content=b"Plans")
    (ours,) = [part for part in belongings() if part.name == "groups"]
    told = str([dict(row) for row in ours.export(ann)])
    assert "Private plans!" in told
    assert "plans.txt" in told
    assert "Good ones" not in told
    with django_capture_on_commit_callbacks(execute=True):
        assert leave_everything(ann) > 0
        assert leave_everything(ann) == 0
    thread.refresh_from_db()
    assert (thread.words, thread.author) == ("", None)
    assert Post.objects.get(pk=reply.pk).words == "Good ones"
    assert not GroupFile.objects.exists()
    assert not path_of(file).exists()
    assert not Membership.objects.filter(member=ann).exists()
    assert is_admin(ben, group)
