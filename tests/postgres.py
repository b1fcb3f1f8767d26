"""A PostgreSQL server of the tests' own, thrown away afterwards."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.space import new_folder

_PATIENCE = 120
# Nothing here outlives the run, so nothing has to survive a power cut.
_CARELESS = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_wal_size=2GB")
_CAREFUL = ("max_wal_size=2GB",)
_ROOMY = ("max_connections=200", "shared_buffers=256MB")


@contextmanager
def throwaway_server(programs: Path, *, careful: bool = False) -> Iterator[str]:
    """Run PostgreSQL within the block; yields its address, ``postgresql://…``.

    ``careful`` keeps it on disk, with all that makes it survive a power cut as it comes.
    """
    folder = new_folder("postgres", on_disk=careful)
    account = _account()
    if account:
        shutil.chown(folder, account)
    try:
        with _running(programs, folder, account, _CAREFUL if careful else _CARELESS) as port:
            yield f"postgresql://groundswell@127.0.0.1:{port}/groundswell"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(
    programs: Path, folder: Path, account: str | None, durability: tuple[str, ...]
) -> Iterator[int]:
    rows, log = folder / "rows", folder / "log"
    making = f"{programs}/initdb -U groundswell -A trust -E UTF8 --locale=C.UTF-8 --no-sync -D"
    subprocess.run(
        [*making.split(), rows], user=account, cwd=folder, stdout=subprocess.DEVNULL, check=True
    )
    port = free_port()
    settings = (*durability, *_ROOMY, f"port={port}", "listen_addresses=127.0.0.1")
    options = [word for setting in settings for word in ("-c", setting)]
    with log.open("wb") as told:
        server = subprocess.Popen(
            [str(programs / "postgres"), "-D", str(rows), "-k", str(folder), *options],
            user=account,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=told,
            start_new_session=True,
        )
    there = os.environ | {"PGHOST": "127.0.0.1", "PGPORT": str(port), "PGUSER": "groundswell"}
    try:
        _wait_until_ready(programs, server, there, log)
        subprocess.run([programs / "createdb", "groundswell"], env=there, check=True)
        yield port
    finally:
        server.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown, which leaves nothing behind
        server.wait(_PATIENCE)


def _wait_until_ready(
    programs: Path, server: "subprocess.Popen[bytes]", there: dict[str, str], log: Path
) -> None:
    until = time.monotonic() + _PATIENCE
    while subprocess.run([programs / "pg_isready", "-q"], env=there, check=False).returncode:
        if server.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()[-2000:]}")
        time.sleep(0.1)


def _account() -> str | None:
    """Whose account runs it: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
