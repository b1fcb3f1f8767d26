"""``python -m tests.mail_sink PORT FILE``: a real SMTP server that keeps the Message-IDs it took.

Each is written to the file before the server answers that it has the mail, as a mail server keeps a
mail before it says so.
"""

import asyncio
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.postgres import free_port

_MESSAGE_ID = re.compile(rb"(?mi)^Message-ID:\s*(\S+)")
_PATIENCE = 30


class _Keeper:
    """What aiosmtpd asks about each mail."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Write the Message-ID down and say that the mail is ours now."""
        content = envelope.content or b""
        found = _MESSAGE_ID.search(content if isinstance(content, bytes) else content.encode())
        self._file.write((found[1] if found else b"?") + b"\n")
        return "250 OK"


async def _serve(port: int, path: Path) -> None:
    with path.open("ab", buffering=0) as file:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(
            lambda: SMTP(_Keeper(file), hostname="sink.example"), "127.0.0.1", port
        )
        await server.serve_forever()


class Sink:
    """A running sink."""

    def __init__(self, port: int, path: Path) -> None:
        self.address = f"smtp://127.0.0.1:{port}"
        self._path = path

    def taken(self) -> Counter[str]:
        """How often each Message-ID came."""
        return Counter(self._path.read_text().split()) if self._path.exists() else Counter()

    def count(self) -> int:
        """How many mails came."""
        return self._path.read_bytes().count(b"\n") if self._path.exists() else 0


@contextmanager
def running(folder: Path) -> Iterator[Sink]:
    """A sink in a process of its own within the block."""
    port, path = free_port(), folder / "taken"
    process = subprocess.Popen([sys.executable, "-m", "tests.mail_sink", str(port), str(path)])
    try:
        until = time.monotonic() + _PATIENCE
        while not path.exists():
            assert time.monotonic() < until, "the sink did not start"
            time.sleep(0.05)
        time.sleep(0.1)
        yield Sink(port, path)
    finally:
        process.terminate()
        process.wait(_PATIENCE)


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), Path(sys.argv[2])))
