"""Programs of the site that start at once, for tests that kill and start them again and again.

One process imports the site; each program is forked from it and then does what ``python -m`` would:
a process of its own in a session of its own, to be killed as hard as any other.
"""

import atexit
import json
import os
import runpy
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any


class Warmed:
    """What has everything imported, from the outside."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.warmed"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        atexit.register(self._end)

    def start(self, module: str, arguments: Sequence[str]) -> int:
        """``python -m module arguments``; its process and process group."""
        return int(self._ask("start", [module, *arguments]))

    def has_ended(self, process: int) -> bool:
        """Whether a program started here is gone."""
        return bool(self._ask("has ended", process))

    def wait(self, process: int) -> None:
        """Return when a program started here is gone."""
        self._ask("wait", process)

    def _ask(self, wish: str, about: Any) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([wish, about]) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("What starts the server has died; what it wrote is above.")
        return json.loads(answer)

    def _end(self) -> None:
        self._process.communicate()


@cache
def _warmed(environment: tuple[tuple[str, str], ...]) -> Warmed:
    return Warmed(dict(environment))


def warmed(environment: dict[str, str]) -> Warmed:
    """One for each environment, kept until this process ends."""
    return _warmed(tuple(sorted(environment.items())))


def _import_the_site() -> None:
    import django

    django.setup()
    from django.db import connections
    from django.urls import get_resolver

    from groundswell.config.static_files import collect_what_changed

    collect_what_changed()
    for module in (
        "gunicorn.app.wsgiapp",
        "gunicorn.workers.gthread",
        "groundswell.common.management.commands.work",
        "groundswell.config.wsgi",
    ):
        import_module(module)
    assert get_resolver().url_patterns
    connections.close_all()


def _fork(module: str, arguments: Sequence[str], answers: int) -> None:
    """In the child: never returns. The answer is the child's own, once it leads its session."""
    if os.fork():
        return
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.write(answers, f"{os.getpid()}\n".encode())
    os.close(answers)
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
    sys.exit(0)


def _serve() -> None:
    """Answer each wish, a line of JSON, with another line."""
    answers = os.dup(1)
    os.dup2(2, 1)  # whatever the programs print belongs with their complaints
    _import_the_site()
    gone: set[int] = set()
    for line in iter(sys.stdin.readline, ""):
        wish, about = json.loads(line)
        if wish == "start":
            _fork(about[0], about[1:], answers)
            continue
        if about not in gone and os.waitpid(about, 0 if wish == "wait" else os.WNOHANG)[0]:
            gone.add(about)
        os.write(answers, f"{json.dumps(about in gone)}\n".encode())


if __name__ == "__main__":
    _serve()
