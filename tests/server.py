"""The real site in processes of its own, on the test's database, to be killed and started."""

import os
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from django.test import Client

from groundswell.config.management.commands.serve import programs
from groundswell.members.commands import make_sign_in_link
from groundswell.members.models import Member
from tests.postgres import free_port
from tests.warmed import warmed

_PATIENCE = 120
# One for all servers of this process: what is warmed for one then serves the next as well.
_port = cache(free_port)


class Server:
    """Web server and worker as ``./groundswell serve`` runs them, each in its own process group."""

    def __init__(self, *, with_worker: bool, site_port: int = 0) -> None:
        """``site_port``: the port that pages name in links, where a relay stands in front."""
        self.port = _port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._programs = programs("127.0.0.1", self.port)[: 2 if with_worker else 1]
        self._warmed = warmed(environment_of_the_site(site_port or self.port))
        self._running: list[int] = []

    def start(self) -> None:
        """Start what is not running and wait until pages come."""
        for program in self._programs:
            _python, _as_module, module, *arguments = program.command
            self._running.append(self._warmed.start(module, arguments))
        until = time.monotonic() + _PATIENCE
        while not self._answers():
            if time.monotonic() > until or self._warmed.has_ended(self._running[0]):
                raise RuntimeError("The server did not start; what it wrote is above.")
            time.sleep(0.05)

    def kill(self) -> None:
        """``kill -9`` for every process at once, as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End as a service manager would ask for it."""
        self._end(signal.SIGTERM)

    def _end(self, number: signal.Signals) -> None:
        for process in self._running:
            os.killpg(process, number)
        for process in self._running:
            self._warmed.wait(process)
        self._running = []

    def _answers(self) -> bool:
        try:
            urllib.request.urlopen(f"{self.address}/accounts/login/", timeout=5).close()  # noqa: S310 - our own address
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
        return True


@contextmanager
def running(*, with_worker: bool = True, site_port: int = 0) -> Iterator[Server]:
    """A running server within the block."""
    server = Server(with_worker=with_worker, site_port=site_port)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def session_cookie(member: Member, *, second_factor: bool = True) -> str:
    """A session of this member's, begun by a one-use link.

    One made at the server's own terminal stands for the second factor.
    """
    browser = Client()
    link = make_sign_in_link(by=None, member=member, at_the_server=second_factor)
    browser.post(urlsplit(link).path)
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


def environment_of_the_site(port: int) -> dict[str, str]:
    """The settings of tests/settings.py for a process that uses the site's own settings module."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "groundswell.config.settings",
        "GROUNDSWELL_HOME": str(settings.HOME),
        "GROUNDSWELL_SECRET_KEY": settings.SECRET_KEY,
        "GROUNDSWELL_DATABASE_URL": _address(connection.settings_dict),
        "GROUNDSWELL_SITE_URL": f"http://127.0.0.1:{port}",
    }


def _address(database: dict[str, Any]) -> str:
    """The test database's address; none for SQLite, whose file lies where settings expect it."""
    if connection.vendor == "sqlite":
        return ""
    return "postgresql://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**database)
