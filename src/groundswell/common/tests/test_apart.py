"""Work in processes of its own: one at a time for each name, and none that comes back at once."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from groundswell.common.apart import Apart
from groundswell.common.work import Reconciler, turn

_PATIENCE = 30


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Apart]:
    """Processes that last until ``tmp_path/NAME`` is there, and end with the code it holds."""
    wait = (
        "import pathlib, sys, time; told = pathlib.Path(sys.argv[1])\n"
        "while not told.exists(): time.sleep(0.02)\n"
        "sys.exit(int(told.read_text()))"
    )
    apart = Apart(lambda name: [sys.executable, "-c", wait, str(tmp_path / name)])
    yield apart
    apart.end()


def test_work_that_is_due_is_begun_once_and_runs_beside_the_worker(begin):
    ran: list[str] = []
    long_one = Reconciler("long", lambda: ran.append("long"), 2, when=lambda: True)
    idle_one = Reconciler("idle", lambda: ran.append("idle"), 2, when=lambda: False)
    for _ in range(3):
        turn(long_one, begin)
        turn(idle_one, begin)
    assert begin.running() == {"long"}
    assert not begin.begin("long")
    assert ran == [], "nothing of it ran in this process"


def test_it_begins_again_when_it_has_ended_but_not_at_once_when_it_died(begin, tmp_path):
    for name, code in (("well", "0"), ("ill", "3")):
        assert begin.begin(name)
        (tmp_path / name).write_text(code)
    _until(lambda: not begin.running())
    assert begin.begin("well")
    assert not begin.begin("ill")


def test_trouble_in_looking_stops_nobody_else(begin):
    def lost() -> bool:
        raise OSError("the database is away")

    turn(Reconciler("lost", lambda: None, 2, when=lost), begin)
    assert begin.running() == set()


def _until(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE
    while not happened():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.05)
