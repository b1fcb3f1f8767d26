"""What people are told of an event, through a real mail server, while the worker is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.common.models import OutgoingMail
from groundswell.events.commands.changing import tell_everyone_once
from groundswell.events.commands.posting import key_of
from groundswell.events.models import Notice, SignUp
from groundswell.events.tests.making import published
from groundswell.members.models import Member
from tests import mail_sink
from tests.server import environment_of_the_site
from tests.town import build_town

PEOPLE = 600
KILLS = 3
_PATIENCE = 180


def _work(name: str, sink: mail_sink.Sink) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "groundswell", "work", "--only", name],
        env=environment_of_the_site(1) | {"GROUNDSWELL_EMAIL_URL": sink.address},
    )


def _begun(before: int) -> bool:
    return OutgoingMail.objects.filter(key__startswith="event-notice").count() > before


def test_each_is_told_once_however_often_the_worker_is_killed(tmp_path: Path) -> None:
    town = build_town()
    event = published(town, by=town.organiser)
    shift = event.shifts.get()
    members = Member.objects.bulk_create(
        Member(email=f"m{n}@example.org", name=f"M {n}", joined_at=clock.now())
        for n in range(PEOPLE)
    )
    SignUp.objects.bulk_create(
        SignUp(
            event=event,
            shift=shift,
            member=member,
            state=SignUp.State.COMING,
            line=line,
            code=f"code{line}",
            key=uuid7(),
            said_at=clock.now(),
        )
        for line, member in enumerate(members, start=1)
    )
    assert tell_everyone_once(event, Notice.Kind.MOVED) == PEOPLE
    assert tell_everyone_once(event, Notice.Kind.MOVED) == 0
    with mail_sink.running(tmp_path) as sink:
        for kill in range(KILLS):
            writer = _work("events.notices", sink)
            until = time.monotonic() + _PATIENCE
            before = OutgoingMail.objects.filter(key__startswith="event-notice").count()
            while writer.poll() is None and not (kill and _begun(before)):
                assert time.monotonic() < until, "nothing is written"
                time.sleep(0.02)
                if not kill and time.monotonic() > until - _PATIENCE + 4:
                    break  # in the midst of its first batch, or before it
            if writer.poll() is None:
                os.kill(writer.pid, signal.SIGKILL)
            writer.wait(_PATIENCE)
        assert _work("events.notices", sink).wait(_PATIENCE) == 0
        assert not Notice.objects.filter(state=Notice.State.WAITING).exists()
        assert _work("common.mail", sink).wait(_PATIENCE) == 0
        taken = sink.taken()
    ids = {f"<{key_of(pk)}@groundswell>" for pk in Notice.objects.values_list("pk", flat=True)}
    assert set(taken) >= ids
    assert {taken[one] for one in ids} == {1}
    assert len(ids) == PEOPLE
