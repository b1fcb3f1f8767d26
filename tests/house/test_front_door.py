"""``./groundswell``: the one file that people run."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from tests.house.source import HOUSE

_TOLD = (
    '#!/bin/sh\ncase $2 in import*) exit 0;; esac\nprintf "%s|" "$GROUNDSWELL_HOME" "$@"\nexit 7\n'
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in which everything is installed already, with a Python that repeats its words."""
    root = tmp_path / "a checkout"
    programs = root / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("groundswell", "pyproject.toml"):
        (root / name).write_bytes((HOUSE / name).read_bytes())
    _executable(root / "groundswell")
    (programs / "python").write_text(_TOLD)
    _executable(programs / "python")
    subprocess.run(
        ["sh", "-c", _STAMP, "sh", root], check=True, stdout=subprocess.DEVNULL, cwd=root
    )
    return root


# The stamp as the script itself computes it: its functions, without its last part.
_STAMP = """
sed '/^# The home folder lies/,$d' "$1/groundswell" > "$1/functions"
. "$1/functions"; root=$1; venv=$1/.venv
wanted | cksum > "$venv/installed-"
"""


def _executable(path: Path) -> None:
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def _run(program: Path, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
    environment = {"PATH": os.environ["PATH"]} | more
    return subprocess.run(
        [program, *words], capture_output=True, text=True, env=environment, cwd="/", check=False
    )


def test_it_is_plain_shell():
    subprocess.run(["sh", "-n", HOUSE / "groundswell"], check=True)


def test_without_arguments_it_says_how_to_use_it(checkout):
    done = _run(checkout / "groundswell")
    assert done.returncode == 0
    assert "./groundswell COMMAND" in done.stdout


def test_dashes_become_underscores_and_the_exit_code_comes_back(checkout):
    done = _run(checkout / "groundswell", "import-register", "a file.csv", "--area", "x-y")
    assert done.returncode == 7
    assert done.stdout == f"{checkout}/var|-m|groundswell|import_register|a file.csv|--area|x-y|"


def test_it_works_through_a_link_from_anywhere(checkout, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(os.path.relpath(checkout / "groundswell", tmp_path))
    assert _run(link, "serve").stdout.startswith(f"{checkout}/var|")


def test_a_home_that_was_given_is_kept(checkout):
    done = _run(checkout / "groundswell", "serve", GROUNDSWELL_HOME="/srv/groundswell")
    assert done.stdout.startswith("/srv/groundswell|")


@pytest.mark.parametrize(
    ("python", "sentence"),
    [
        ("exit 1", "needs Python 3.11 or newer"),
        ('case "$2" in *ensurepip*) exit 1;; esac', "apt install python3-venv"),
    ],
    ids=["too old", "without venv"],
)
def test_a_machine_that_lacks_something_gets_a_sentence(checkout, tmp_path, python, sentence):
    (checkout / ".venv" / "bin" / "python").unlink()
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("sh", "sed", "cat", "cksum", "dirname", "readlink", "tr"):
        (programs / name).symlink_to(str(shutil.which(name)))
    (programs / "python3").write_text(f"#!/bin/sh\n{python}\n")
    _executable(programs / "python3")
    done = _run(checkout / "groundswell", "serve", PATH=str(programs))
    assert done.returncode == 1
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
