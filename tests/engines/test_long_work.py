"""Long work has a process of its own: mail goes out while a register is being read."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from groundswell.common.mail import put_in_outbox
from groundswell.common.models import OutgoingMail
from groundswell.places.models import Area
from groundswell.register.models import RegisterImport
from groundswell.register.tests.registers import elector, upload, write
from groundswell.register.work_folder import upload_of
from tests.postgres import free_port
from tests.server import environment_of_the_site

_PATIENCE = 150


def _council() -> Area:
    return Area.objects.create(kind="council", code="E07000066", name="Basildon", path="/1/")


def _that_waits(made: RegisterImport) -> RegisterImport:
    """Put a pipe in the place of the upload: who reads it waits until somebody writes."""
    upload_of(made.pk).unlink()
    os.mkfifo(upload_of(made.pk))
    return made


@pytest.fixture
def held_import(transactional_db: None, tmp_path: Path) -> RegisterImport:
    """An import whose reading comes to no end."""
    return _that_waits(upload(write(tmp_path / "r.csv", [elector(1, "Hill", "Ann")]), _council()))


@pytest.fixture
def worker(held_import: RegisterImport) -> Iterator["subprocess.Popen[bytes]"]:
    """The worker, as ``serve`` runs it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "groundswell", "work"],
        env=environment_of_the_site(free_port()),
        start_new_session=True,
    )
    yield process
    process.terminate()
    process.wait(_PATIENCE)


def test_mail_goes_out_while_an_import_is_read_and_both_stop_together(held_import, worker):
    _until(lambda: _state(held_import) == RegisterImport.State.CHECKING)
    put_in_outbox(key="hello", to="ann@example.org", subject="Hello", body="While it reads.")
    _until(lambda: OutgoingMail.objects.filter(state=OutgoingMail.State.SENT).exists())
    assert _state(held_import) == RegisterImport.State.CHECKING, "it goes on beside the mail"
    children = _children_of(worker.pid)
    assert len(children) == 1, "one process, however often the import was seen waiting"
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(_PATIENCE) == 0
    assert not Path(f"/proc/{children[0]}").exists()
    assert _state(held_import) == RegisterImport.State.CHECKING, "the next worker takes it up"


def _state(made: RegisterImport) -> str:
    return RegisterImport.objects.get(pk=made.pk).state


def _children_of(process: int) -> list[int]:
    listing = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(child) for child in listing.split()]


def _until(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE
    while not happened():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.1)
