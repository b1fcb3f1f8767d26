"""A process of its own that hands mails to the mail server over one connection.

Run as a plain script, by ``carrier.Postman``. It reads mails from its standard input, writes each
outcome to the journal and to its standard output, and ends when its input does. It lives apart from
the sender, so that whoever kills the sender does not cut a mail off between the last dot and the
server's answer: the postman waits for the answer and writes it down.

Input: a line of JSON for the server (host, port, user, password, tls, name, journal), then for each
mail a line of JSON (id, sender, to, size) and as many bytes, lines ending in CRLF.
"""

import json
import os
import re
import smtplib
import sys
from contextlib import suppress
from typing import Any, BinaryIO

_CONNECTING, _ANSWERING = 60, 600  # seconds; RFC 5321, 4.5.3.2.6, gives ten minutes for the dot
_OK, _GO_ON, _TRY_LATER, _NEVER = 250, 354, 400, 500
_TRIES = 2


class Postman:
    """Knows the server, and what was written down."""

    def __init__(self, server: dict[str, Any]) -> None:
        self._server = server
        self._line: smtplib.SMTP | None = None

    def carry(self, mail: dict[str, Any], content: bytes) -> bool:
        """Hand over one mail, connecting anew where the server hung up; False: it is no use."""
        for attempt in range(_TRIES):
            handed = False
            try:
                line = self._connected()
                refusal = self._envelope(line, mail)
                if refusal is not None:
                    return self._tell(mail, *refusal)
                handed = True
                self._note(mail, "?", 0, "")
                line.send(_ended(content))
                return self._tell(mail, *_meant(line.getreply()))
            except (OSError, smtplib.SMTPException) as trouble:
                unreachable = self._line is None
                self._hang_up()
                if unreachable:
                    self._tell(mail, "~", 0, str(trouble))
                    return False
                if handed:
                    return self._tell(mail, "?", 0, str(trouble), noted=True)
                if attempt == _TRIES - 1:
                    return self._tell(mail, "~", 0, str(trouble))
        return True

    def _envelope(self, line: smtplib.SMTP, mail: dict[str, Any]) -> tuple[str, int, str] | None:
        """Sender, recipient and DATA, in one go where the server takes that (RFC 2920)."""
        said = [f"mail FROM:<{mail['sender']}>", f"rcpt TO:<{mail['to']}>", "data"]
        answers: list[tuple[int, bytes]] = []
        if line.has_extn("pipelining"):
            line.send("".join(f"{words}\r\n" for words in said))
            answers = [line.getreply() for _words in said]
        else:
            for words in said:
                answers.append(line.docmd(words))
                if answers[-1][0] not in {_OK, 251, _GO_ON}:
                    break
        for code, text in answers:
            if code == 421:
                raise smtplib.SMTPServerDisconnected(text.decode("utf-8", "replace"))
        refused = [answer for answer in answers if answer[0] not in {_OK, 251, _GO_ON}]
        if not refused:
            return None
        if answers[-1][0] == _GO_ON:  # it wants the words of a mail for nobody: none
            line.docmd(".")
        line.docmd("rset")
        return _meant(refused[0])

    def _connected(self) -> smtplib.SMTP:
        if self._line is None:
            server = self._server
            line = smtplib.SMTP(server["host"], server["port"], server["name"], timeout=_CONNECTING)
            line.ehlo()
            if server["tls"]:
                line.starttls()
                line.ehlo()
            if server["user"]:
                line.login(server["user"], server["password"])
            if line.sock is not None:
                line.sock.settimeout(_ANSWERING)
            self._line = line
        return self._line

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None

    def bid_farewell(self) -> None:
        """Tell the server that this was all."""
        if self._line is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._line.quit()

    def _tell(
        self, mail: dict[str, Any], what: str, code: int, said: str, *, noted: bool = False
    ) -> bool:
        line = _as_line(mail, what, code, said)
        if not noted:
            os.write(self._server["journal"], line)
        try:
            os.write(sys.stdout.fileno(), line)
        except BrokenPipeError:
            return False
        return True

    def _note(self, mail: dict[str, Any], what: str, code: int, said: str) -> None:
        os.write(self._server["journal"], _as_line(mail, what, code, said))


def _as_line(mail: dict[str, Any], what: str, code: int, said: str) -> bytes:
    return f"{what} {mail['id']} {code} {' '.join(said.split())[:200]}\n".encode()


def _meant(answer: tuple[int, bytes]) -> tuple[str, int, str]:
    """Sent, to be tried later, or refused for good."""
    code, text = answer
    what = "-" if code >= _NEVER else "~" if code >= _TRY_LATER else "+"
    return what, code, text.decode("utf-8", "replace")


def _ended(content: bytes) -> bytes:
    """With a second dot where a line begins with one, and the last dot (RFC 5321, 4.5.2)."""
    doubled = re.sub(rb"(?m)^\.", b"..", content)
    return doubled + (b"" if doubled.endswith(b"\r\n") else b"\r\n") + b".\r\n"


def carry_all(mails: BinaryIO) -> None:
    """Carry what comes until the sender has no more, or is gone."""
    postman = Postman(json.loads(mails.readline()))
    while head := mails.readline():
        mail = json.loads(head)
        content = mails.read(mail["size"])
        if len(content) < mail["size"] or not postman.carry(mail, content):
            return
    postman.bid_farewell()


if __name__ == "__main__":
    carry_all(sys.stdin.buffer)
