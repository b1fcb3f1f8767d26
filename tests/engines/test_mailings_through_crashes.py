"""10,000 copies through a real mail server while the sender is killed, again and again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import time as clock_time
from pathlib import Path

import pytest

from groundswell.common.post.carrier import CONNECTIONS
from groundswell.mailings.commands import Draft, draw_up_mailing, let_go
from groundswell.mailings.commands.sending import RECONCILER
from groundswell.mailings.models import House, Mailing, Recipient
from groundswell.mailings.queries.links import message_id_of
from groundswell.mailings.rules.segments import Chosen
from groundswell.mailings.tests.making import many_who_agreed
from tests import mail_sink
from tests.server import environment_of_the_site
from tests.town import build_town

PEOPLE = 10_000
_PATIENCE = 120


@pytest.fixture
def sink(tmp_path: Path) -> Iterator[mail_sink.Sink]:
    """A mail server."""
    with mail_sink.running(tmp_path) as running:
        yield running


@pytest.fixture
def mailing(transactional_db: None) -> Mailing:
    """A mailing let go, to everybody who agreed."""
    town = build_town()
    many_who_agreed(town.marshfield, PEOPLE)
    House.objects.create(quiet_from=clock_time(0), quiet_to=clock_time(0))
    wording = ("Saturday, {name}?", "Dear {name},\n\ncome: [sign up](https://example.org/).\n")
    draft = Draft("Saturday", town.marshfield, [wording], Chosen())
    made = draw_up_mailing(by=town.organiser, draft=draft)
    let_go(by=town.organiser, mailing=made)
    return made


def _sender(sink: mail_sink.Sink) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "groundswell", "work", "--only", RECONCILER],
        env=environment_of_the_site(1) | {"GROUNDSWELL_EMAIL_URL": sink.address},
    )


def _kill_after(sink: mail_sink.Sink, mails: int, *, postman_too: bool = False) -> None:
    """Start a sender and kill it in the midst of sending, when so many have come in all."""
    process = _sender(sink)
    until = time.monotonic() + _PATIENCE
    while sink.count() < mails:
        assert time.monotonic() < until, "nothing comes"
        assert process.poll() is None, "it ended by itself"
        time.sleep(0.002)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    for victim in [process.pid, *(map(int, children) if postman_too else ())]:
        os.kill(victim, signal.SIGKILL)
    process.wait()


def test_no_copy_is_lost_and_none_comes_twice(sink, mailing):
    for mails in (0.03, 0.25, 0.41):
        _kill_after(sink, int(mails * PEOPLE))
    _kill_after(sink, int(0.6 * PEOPLE), postman_too=True)
    side_by_side = [_sender(sink), _sender(sink)]
    for sender in side_by_side:
        assert sender.wait(_PATIENCE) == 0
    mailing.refresh_from_db()
    if mailing.state != Mailing.State.SENT:  # one ended while the other still held some
        assert _sender(sink).wait(_PATIENCE) == 0
        mailing.refresh_from_db()
    taken = sink.taken()
    assert max(taken.values()) == 1, "one came twice"
    rows = dict(mailing.recipients.values_list("pk", "state"))
    assert len(rows) == PEOPLE
    unknown = {message_id_of(pk) for pk, state in rows.items() if state == Recipient.State.UNKNOWN}
    sent = {message_id_of(pk) for pk, state in rows.items() if state == Recipient.State.SENT}
    assert len(unknown) <= CONNECTIONS, "only what the killed postmen had in hand is in doubt"
    assert len(sent) + len(unknown) == PEOPLE
    assert sent == set(taken) - unknown
    assert mailing.state == Mailing.State.SENT
