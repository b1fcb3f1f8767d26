"""Digests of a group while its members write at once, and while the worker is killed."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta
from uuid import uuid4

import pytest

from groundswell.common import clock
from groundswell.common.models import OutgoingMail
from groundswell.groups.commands import GroupPlan, join, post_thread, send_due_digests, start_group
from groundswell.groups.models import Group, Membership, Post
from groundswell.members.commands import open_account
from groundswell.members.models import Member
from tests.server import environment_of_the_site

READERS, WRITERS, POSTS = 150, 4, 5
_RECONCILER = "groups.digests"
_PATIENCE = 120


def _member(name: str) -> Member:
    with clock.set_to(clock.now() - timedelta(days=30)):
        return open_account(by=None, email=f"{name}@example.org", name=name)


@pytest.fixture
def group(transactional_db: None) -> Group:
    """A group whose readers want everything at once."""
    made = start_group(by=_member("admin"), plan=GroupPlan("Everybody"))
    for number in range(READERS):
        join(by=_member(f"reader-{number}"), group=made)
    Membership.objects.filter(group=made).update(digest="at_once", digest_due=clock.now())
    return made


def _told() -> Counter[tuple[str, str]]:
    """How often each address was told of each post."""
    told: Counter[tuple[str, str]] = Counter()
    for to, body in OutgoingMail.objects.filter(key__startswith="group-digest").values_list(
        "to", "body"
    ):
        told.update((to, line) for line in body.splitlines() if line.startswith("Words of post "))
    return told


def test_posts_written_at_once_reach_every_reader_once(group, at_once):
    writers = [_member(f"writer-{number}") for number in range(WRITERS)]
    for writer in writers:
        join(by=writer, group=group)

    def write_as(writer: Member) -> None:
        for number in range(POSTS):
            title = f"{writer.name} {number}"
            words = f"Words of post {title}"
            post_thread(by=writer, group=group, key=uuid4(), title=title, words=words)

    def send() -> None:
        for minutes in range(3, 30, 3):
            with clock.set_to(clock.now() + timedelta(minutes=minutes)):
                send_due_digests()

    jobs = [*(lambda writer=writer: write_as(writer) for writer in writers), send, send]
    assert at_once(jobs) == [None] * len(jobs)
    with clock.set_to(clock.now() + timedelta(hours=1)):
        send_due_digests()
    numbers = Post.objects.filter(group=group).order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, WRITERS * POSTS + 1))
    told = _told()
    assert set(told.values()) == {1}
    readers = {to for to, _line in told if to.startswith("reader-")}
    assert len(readers) == READERS
    # The readers and the admin; the writers have theirs once a day.
    assert len(told) == (READERS + 1) * WRITERS * POSTS


def test_a_worker_that_is_killed_leaves_no_reader_out_and_tells_none_twice(group):
    author = _member("author")
    join(by=author, group=group)
    with clock.set_to(clock.now() - timedelta(hours=1)):
        post_thread(by=author, group=group, key=uuid4(), title="A", words="Words of post A")
    for share in (0.1, 0.4, 0.7):
        _kill_when(int(share * READERS))
    assert _worker().wait(_PATIENCE) == 0
    told = _told()
    assert set(told.values()) == {1}
    assert len(told) == READERS + 1


def _worker() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "groundswell", "work", "--only", _RECONCILER],
        env=environment_of_the_site(1),
    )


def _kill_when(mails: int) -> None:
    """Kill the worker in the midst of it, when so many mails are written in all."""
    worker, until = _worker(), time.monotonic() + _PATIENCE
    while OutgoingMail.objects.filter(key__startswith="group-digest").count() < mails:
        assert time.monotonic() < until, "nothing is written"
        assert worker.poll() is None, "it ended by itself"
        time.sleep(0.002)
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()
