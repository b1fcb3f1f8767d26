"""The demonstration: made once through the import that a user runs, kept by a second start."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest


def demo(home: Path, *options: str) -> str:
    told = subprocess.run(
        [sys.executable, "-m", "groundswell", "demo", "--no-serve", "--electors", "1500", *options],
        env={name: text for name, text in os.environ.items() if "GROUNDSWELL" not in name}
        | {"GROUNDSWELL_HOME": str(home), "DJANGO_SETTINGS_MODULE": "groundswell.config.settings"},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert told.returncode == 0, told.stderr
    return told.stdout


def answer(home: Path, question: str) -> int:
    with closing(sqlite3.connect(home / "groundswell.sqlite3")) as database:
        (number,) = database.execute(question).fetchone()
    return int(number)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    (folder / "pretend-town").mkdir()  # left by one that was killed at its beginning
    demo(folder)
    return folder


def test_a_town_is_imported_and_has_been_called_for_some_days(home):
    assert answer(home, "SELECT count(*) FROM register_elector") == 1500
    assert answer(home, "SELECT count(*) FROM register_registerimport WHERE state = 'applied'") == 1
    assert answer(home, "SELECT count(*) FROM members_member") >= 16
    assert answer(home, "SELECT count(*) FROM contact_attempt") > 50
    assert answer(home, "SELECT count(*) FROM outreach_flag") == 1
    assert answer(home, "SELECT count(*) FROM doorstep_round") >= 3
    assert answer(home, "SELECT count(*) FROM doorstep_booking WHERE state = 'held'") >= 1
    assert answer(home, "SELECT count(*) FROM contact_attempt WHERE channel = 'door'") > 5


def test_a_second_start_keeps_what_is_there_and_prints_fresh_links(home):
    before = answer(home, "SELECT count(*) FROM contact_attempt")
    told = demo(home)
    assert "there from last time" in told
    assert told.count("/in/") == 7
    assert answer(home, "SELECT count(*) FROM contact_attempt") == before
