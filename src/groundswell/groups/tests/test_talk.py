"""Writing: threads, replies, first posts, what is hidden, who is blocked."""

import pytest

from groundswell.common.errors import NotFound, Refused
from groundswell.groups.commands import change_post, let_through, post_reply, remove_post
from groundswell.groups.models import Post
from groundswell.groups.queries.talk import posts_in, thread_of, threads_of
from groundswell.groups.tests.people import (
    browser_of,
    campaign_group,
    new_key,
    somebody,
    written,
)
from groundswell.moderation.commands import block, hide_for_now, report

pytestmark = pytest.mark.django_db


def test_the_same_key_is_the_same_post_and_numbers_follow_each_other():
    ann, ben = somebody("Ann"), somebody("Ben")
    group = campaign_group(ann, ben)
    thread = written(ann, group)
    key = new_key()
    first = post_reply(by=ben, thread=thread, key=key, words="Hello Ann")
    assert post_reply(by=ben, thread=thread, key=key, words="Hello Ann") == first
    assert [post.post.number for post in posts_in(ann, group, thread)] == [1, 2]


def test_only_who_is_in_writes_and_only_admins_announce():
    ann, ben, cat = somebody("Ann"), somebody("Ben"), somebody("Cat")
    group = campaign_group(ann, ben)
    with pytest.raises(Refused, match="join it first"):
        written(cat, group)
    with pytest.raises(Refused, match="admin announces"):
        written(ben, group, announcement=True)
    assert written(ann, group, announcement=True).announcement


def test_a_first_post_waits_where_the_group_looks_at_them():
    ann, ben, cat = somebody("Ann"), somebody("Ben"), somebody("Cat")
    group = campaign_group(ann, ben, cat, first_posts_wait=True)
    post = written(ben, group)
    assert post.number is None
    assert not threads_of(cat, group).exists()
    assert threads_of(ben, group).get() == post
    with pytest.raises(Refused):
        let_through(by=cat, post=post)
    let_through(by=ann, post=post)
    assert threads_of(cat, group).get() == post
    assert written(ben, group, "Again").number == 2


def test_one_changes_and_removes_only_ones_own():
    ann, ben = somebody("Ann"), somebody("Ben")
    group = campaign_group(ann, ben)
    post = written(ben, group)
    with pytest.raises(NotFound):
        change_post(by=ann, post=post, words="Nonsense")
    with pytest.raises(NotFound):
        remove_post(by=ann, post=post)
    change_post(by=ben, post=post, words="Better")
    remove_post(by=ben, post=post)
    post.refresh_from_db()
    assert (post.words, post.removed_by) == ("", ben)


def test_a_thread_that_others_answered_keeps_its_place_when_its_author_removes_it():
    ann, ben = somebody("Ann"), somebody("Ben")
    group = campaign_group(ann, ben)
    answered, alone = written(ann, group, "Answered"), written(ann, group, "Alone")
    post_reply(by=ben, thread=answered, key=new_key(), words="Yes")
    for post in (answered, alone):
        remove_post(by=ann, post=post)
    assert list(threads_of(ben, group)) == [answered]
    with pytest.raises(Refused, match="begin another"):
        post_reply(by=ben, thread=answered, key=new_key(), words="Still there?")


def test_what_is_hidden_its_author_and_the_admins_read_alone():
    ann, ben, cat = somebody("Ann"), somebody("Ben"), somebody("Cat")
    group = campaign_group(ann, ben, cat)
    post = written(ben, group)
    hide_for_now(by=ann, report=report(by=cat, kind="group_post", thing=post.pk, reason="hate"))
    with pytest.raises(NotFound):
        thread_of(cat, group, post.pk)
    assert thread_of(ben, group, post.pk) == thread_of(ann, group, post.pk) == post
    page = browser_of(ann).get(f"/g/{group.slug}/").content.decode()
    assert "Hidden" in page


def test_one_reads_nothing_of_whom_one_has_blocked():
    ann, ben = somebody("Ann"), somebody("Ben")
    group = campaign_group(ann, ben)
    written(ben, group)
    block(by=ann, member=ben)
    assert not threads_of(ann, group).exists()
    assert threads_of(ben, group).exists()


def test_what_is_written_runs_nothing():
    ann = somebody("Ann")
    group = campaign_group(ann)
    post = written(ann, group)
    words = (
        "<script>alert(1)</script> ![x](https://example.com/x.png) [a](javascript:alert(1)) **b**"
    )
    Post.objects.update(words=words)
    page = browser_of(ann).get(f"/g/{group.slug}/t/{post.pk}/").content.decode()
    written_part = page.split('class="written"')[1].split("</article>")[0]
    assert "<strong>b</strong>" in written_part
    assert "<script" not in written_part
    assert "<img" not in written_part
    assert 'href="javascript' not in written_part
