"""``serve``: stops cleanly, and what dies comes back."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.postgres import free_port
from tests.server import environment_of_the_site

_PATIENCE = 150


@pytest.fixture
def served(transactional_db: None) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    """``groundswell serve`` on a free port."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "groundswell", "serve", "--port", str(port)],
        env=environment_of_the_site(port),
        stdout=subprocess.PIPE,
        text=True,
    )
    yield process, port
    process.terminate()
    process.wait(_PATIENCE)


def test_it_stops_cleanly_on_sigterm_and_leaves_nobody_behind(served):
    process, port = served
    _until(lambda: _answers(port))
    children = _children_of(process.pid)
    assert len(children) == 2
    process.send_signal(signal.SIGTERM)
    assert process.wait(_PATIENCE) == 0
    assert not any(Path(f"/proc/{child}").exists() for child in children)
    assert not _answers(port)


def test_a_killed_web_server_and_worker_come_back(served):
    process, port = served
    _until(lambda: _answers(port))
    before = set(_children_of(process.pid))
    for child in before:
        os.killpg(child, signal.SIGKILL)
    _until(lambda: len(set(_children_of(process.pid)) - before) == 2)
    _until(lambda: _answers(port))


def test_a_second_one_on_the_same_port_says_what_to_do(served):
    _, port = served
    _until(lambda: _answers(port))
    second = subprocess.run(
        [sys.executable, "-m", "groundswell", "serve", "--port", str(port)],
        env=environment_of_the_site(port),
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    assert second.returncode == 1
    assert "choose another with --port" in second.stderr


def _answers(port: int) -> bool:
    """Whether a web server is there, whatever its page says."""
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/accounts/login/", timeout=5).close()
    except OSError as trouble:
        return hasattr(trouble, "code")
    return True


def _children_of(process: int) -> list[int]:
    listing = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(child) for child in listing.split()]


def _until(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE
    while not happened():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.1)
