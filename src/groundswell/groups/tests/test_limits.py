"""How much a new account may post, counted over what it wrote in groups."""

from datetime import timedelta
from uuid import uuid4

import pytest

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.groups.commands import GroupPlan, post_thread, start_group
from groundswell.members.commands import open_account
from groundswell.moderation.queries import may_post


@pytest.mark.django_db
def test_a_new_account_posts_little_and_an_old_one_more():
    with clock.set_to(clock.now() - timedelta(days=2)):
        ann = open_account(by=None, email="ann@example.org", name="Ann")
        group = start_group(by=ann, plan=GroupPlan("Gardeners"))

    def write(words: str = "Hello") -> None:
        post_thread(by=ann, group=group, key=uuid4(), title="Hello", words=words)

    with pytest.raises(Refused, match="carries no links"):
        write("Look: https://example.com")
    write()
    with pytest.raises(Refused, match="At most 1 link"):
        write("https://example.com https://example.org")
    for _post in range(5):
        write()
    with pytest.raises(Refused, match="one hour"):
        write()
    with clock.set_to(clock.now() + timedelta(days=3)):
        for _post in range(10):
            write("https://example.com https://example.org")
    with clock.set_to(clock.now() + timedelta(days=3)):
        may_post(ann)
