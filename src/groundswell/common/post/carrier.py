"""Who carries mails to where they go: a postman to a mail server, Django anywhere else."""

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes
from itertools import cycle
from pathlib import Path
from socket import gethostname
from typing import Any, Protocol

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from groundswell.common.post.journal import Journal, Outcome, What, outcome_in

_SMTP = "django.core.mail.backends.smtp.EmailBackend"
CONNECTIONS = 4
_WORTH_ANOTHER = 50
_SCRIPT = Path(__file__).with_name("postman.py")


@dataclass(frozen=True)
class Ready:
    """A whole mail, headers and all, lines ending in CRLF, and for whom it is."""

    id: int
    sender: str
    to: str
    content: bytes


class Carrier(Protocol):
    """Takes mails, and tells what became of them in the same order."""

    def take(self, mails: Sequence[Ready]) -> None:
        """Begin with these; another batch may be given before their outcomes are asked for."""

    def outcomes(self, mails: Iterable[Ready]) -> list[Outcome]:
        """What became of mails taken before; waits for it."""

    def close(self) -> None:
        """There are no more."""


def carrier(journal: Journal, mails: int) -> Carrier:
    """The carrier for this installation's ``EMAIL_BACKEND`` and about so many mails."""
    if settings.EMAIL_BACKEND != _SMTP:
        return ThroughDjango(journal)
    return Postmen(journal, max(1, min(CONNECTIONS, mails // _WORTH_ANOTHER)))


class Postmen:
    """Several at once: most of the time each waits for the server to answer."""

    def __init__(self, journal: Journal, count: int) -> None:
        self._postmen = [Postman(journal) for _number in range(count)]

    def take(self, mails: Sequence[Ready]) -> None:
        """Give each in turn the next."""
        for mail, postman in zip(mails, cycle(self._postmen), strict=False):
            postman.take(mail)

    def outcomes(self, mails: Iterable[Ready]) -> list[Outcome]:
        """In the order in which a batch was given."""
        whose = zip(mails, cycle(self._postmen), strict=False)
        return [postman.outcome(mail) for mail, postman in whose]

    def close(self) -> None:
        """Let each say goodbye to the server."""
        for postman in self._postmen:
            postman.close()


class Postman:
    """A process of its own (see ``postman.py``) that outlives a killed sender by one mail."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._process = subprocess.Popen(
            [sys.executable, "-I", str(_SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=[journal.descriptor],
            start_new_session=True,
        )
        self._write(json.dumps(self._server()).encode() + b"\n")

    def take(self, mail: Ready) -> None:
        """Write it into its input; where that is full, wait for it to read."""
        head = {"id": mail.id, "sender": mail.sender, "to": mail.to, "size": len(mail.content)}
        self._write(json.dumps(head).encode() + b"\n" + mail.content)

    def close(self) -> None:
        """Let it say goodbye to the server."""
        for end in (self._process.stdin, self._process.stdout):
            if end is not None:
                with suppress(BrokenPipeError):
                    end.close()
        self._process.wait()

    def outcome(self, mail: Ready) -> Outcome:
        """Its next answer; where it died, what the journal tells."""
        line = self._process.stdout.readline() if self._process.stdout else b""
        if line:
            return outcome_in(line.decode())
        told = [
            outcome
            for outcome in map(outcome_in, self._journal.path.read_text().splitlines()[1:])
            if outcome.id == mail.id
        ]
        return told[-1] if told else Outcome(mail.id, What.PUT_OFF, 0, "The postman is gone")

    def _write(self, words: bytes) -> None:
        if self._process.stdin is not None:
            with suppress(BrokenPipeError):  # it died: ``outcome`` finds out what it did
                self._process.stdin.write(words)
                self._process.stdin.flush()

    def _server(self) -> dict[str, Any]:
        return {
            "host": settings.EMAIL_HOST,
            "port": settings.EMAIL_PORT,
            "user": settings.EMAIL_HOST_USER,
            "password": settings.EMAIL_HOST_PASSWORD,
            "tls": settings.EMAIL_USE_TLS,
            "name": gethostname(),
            "journal": self._journal.descriptor,
        }


class _AsItIs(EmailMessage):
    """A mail that was put together already, for Django's backends."""

    def __init__(self, mail: Ready) -> None:
        self._whole = message_from_bytes(mail.content)
        subject, body = str(self._whole["Subject"]), mail.content.decode("utf-8", "replace")
        super().__init__(subject, body, mail.sender, [mail.to])

    def message(self, *, policy: Any = None) -> Any:  # noqa: ARG002 - Django's own argument
        """As it was put together."""
        return self._whole


class ThroughDjango:
    """Django's own backend: files in the home folder, or a list in the tests."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._line = get_connection()
        self._told: dict[int, Outcome] = {}

    def take(self, mails: Sequence[Ready]) -> None:
        """Send them one by one."""
        for mail in mails:
            self._journal.note(Outcome(mail.id, What.UNKNOWN))
            try:
                self._line.send_messages([_AsItIs(mail)])
                outcome = Outcome(mail.id, What.SENT)
            except OSError as trouble:
                outcome = Outcome(mail.id, What.PUT_OFF, 0, str(trouble))
            self._journal.note(outcome)
            self._told[mail.id] = outcome

    def outcomes(self, mails: Iterable[Ready]) -> list[Outcome]:
        """What became of them."""
        return [self._told.pop(mail.id) for mail in mails]

    def close(self) -> None:
        """Close the backend."""
        self._line.close()
