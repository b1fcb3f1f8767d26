"""Digests: at the rate each reader chose, each post once for each reader, whatever is killed."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from groundswell.common import clock
from groundswell.common.models import OutgoingMail
from groundswell.groups.commands import choose_digest, digests, remove_post, send_due_digests
from groundswell.groups.models import Membership
from groundswell.groups.tests.people import (
    IMPRINT,
    campaign_group,
    independent_group,
    somebody,
    written,
)
from groundswell.mailings.commands import write_to
from groundswell.moderation.commands import block, decide, report

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


def mails_to(member) -> list[OutgoingMail]:
    return list(OutgoingMail.objects.filter(to=member.email, subject__contains=":").order_by("pk"))


@pytest.mark.parametrize(
    ("rate", "after"),
    [
        ("at_once", timedelta(minutes=5)),
        ("daily", timedelta(hours=10)),
        ("weekly", timedelta(days=4, hours=10)),
    ],
)
def test_mail_comes_at_the_rate_that_was_chosen(rate, after):
    with clock.set_to(MONDAY):
        ann, ben = somebody("Ann"), somebody("Ben")
        group = campaign_group(ann, ben)
        choose_digest(by=ben, group=group, rate=rate)
        written(ann, group, "Meet on Sunday")
        send_due_digests()
    assert mails_to(ben) == []
    with clock.set_to(MONDAY + after):
        send_due_digests()
        send_due_digests()
    (mail,) = mails_to(ben)
    assert "Meet on Sunday!" in mail.body
    assert mails_to(ann) == []  # she wrote it


def test_a_group_that_never_falls_silent_is_mailed_all_the_same():
    with clock.set_to(MONDAY):
        ann, ben = somebody("Ann"), somebody("Ben")
        group = campaign_group(ann, ben)
        choose_digest(by=ben, group=group, rate="at_once")
    for minute in range(5):
        with clock.set_to(MONDAY + timedelta(minutes=minute)):
            written(ann, group, f"Minute {minute}")
            send_due_digests()
    assert len(mails_to(ben)) == 1


def test_who_wants_none_gets_none_and_starts_anew_later():
    with clock.set_to(MONDAY):
        ann, ben = somebody("Ann"), somebody("Ben")
        group = campaign_group(ann, ben)
        choose_digest(by=ben, group=group, rate="never")
        written(ann, group, "Old")
    with clock.set_to(MONDAY + timedelta(days=30)):
        send_due_digests()
        choose_digest(by=ben, group=group, rate="at_once")
        written(ann, group, "New")
    with clock.set_to(MONDAY + timedelta(days=31)):
        send_due_digests()
    (mail,) = mails_to(ben)
    assert "New!" in mail.body
    assert "Old!" not in mail.body


def test_every_post_comes_once_to_each_reader_whenever_the_worker_is_killed(
    monkeypatch,
):
    """Killed before a mail, within it and after it: nothing is lost and nothing doubled."""
    titles = [f"Post number {number:03}" for number in range(12)]
    with clock.set_to(MONDAY):
        ann = somebody("Ann")
        readers = [somebody(name) for name in ("Ben", "Cat", "Dan")]
        group = campaign_group(ann, *readers)
        for reader in readers:
            choose_digest(by=reader, group=group, rate="at_once")
    whole, calls = write_to, Counter[str]()

    def dies_now_and_then(**given):
        calls["all"] += 1
        if calls["all"] % 3 == 1:
            raise KeyboardInterrupt
        written_to = whole(**given)
        if calls["all"] % 3 == 2:
            raise KeyboardInterrupt
        return written_to

    monkeypatch.setattr(digests, "write_to", dies_now_and_then)
    monkeypatch.setattr("groundswell.groups.commands.talk.may_post", lambda *_: None)
    for turn, title in enumerate(titles, start=1):
        with clock.set_to(MONDAY + timedelta(minutes=10 * turn)):
            written(ann, group, title)
        with clock.set_to(MONDAY + timedelta(minutes=10 * turn + 5)):
            for _try in range(2):
                try:
                    send_due_digests()
                except KeyboardInterrupt:
                    continue
    monkeypatch.setattr(digests, "write_to", whole)
    with clock.set_to(MONDAY + timedelta(days=1)):
        send_due_digests()
    for reader in readers:
        told = "\n".join(mail.body for mail in mails_to(reader))
        assert [told.count(f"{title}!") for title in titles] == [1] * len(titles)


def test_what_was_taken_down_removed_or_is_by_whom_one_blocked_is_not_mailed():
    with clock.set_to(MONDAY):
        ann, ben, cat = somebody("Ann"), somebody("Ben"), somebody("Cat")
        group = campaign_group(ann, ben, cat)
        choose_digest(by=cat, group=group, rate="at_once")
        bad, gone = written(ben, group, "Hatred"), written(ann, group, "Regretted")
        made = report(by=cat, kind="group_post", thing=bad.pk, reason="hate")
        decide(by=ann, report=made, outcome="hidden", reason="It is hateful.")
        remove_post(by=ann, post=gone)
        block(by=cat, member=ben)
        written(ben, group, "From Ben")
        written(ann, group, "Stays")
    with clock.set_to(MONDAY + timedelta(hours=1)):
        send_due_digests()
    (mail,) = [mail for mail in mails_to(cat) if mail.subject.startswith(group.name)]
    assert "Stays!" in mail.body
    assert not [word for word in ("Hatred!", "Regretted!", "From Ben!") if word in mail.body]


def test_a_mail_of_an_independent_group_bears_its_label_and_imprint(settings):
    with clock.set_to(MONDAY):
        ann, ben = somebody("Ann"), somebody("Ben")
        group = independent_group(ann, ben)
        choose_digest(by=ben, group=group, rate="at_once")
        written(ann, group, "Sunday")
    with clock.set_to(MONDAY + timedelta(hours=1)):
        send_due_digests()
    (mail,) = mails_to(ben)
    assert "Independent group" in mail.body
    assert mail.body.rstrip().endswith(IMPRINT)


def test_an_evening_without_news_passes():
    with clock.set_to(MONDAY):
        ann, ben = somebody("Ann"), somebody("Ben")
        group = campaign_group(ann, ben)
    with clock.set_to(MONDAY + timedelta(hours=10)):
        send_due_digests()
        written(ann, group, "At night")
        send_due_digests()
    assert mails_to(ben) == []
    mine = Membership.objects.get(group=group, member=ben)
    assert mine.digest_due == datetime(2026, 6, 2, 17, 0, tzinfo=UTC)  # six in the evening here
