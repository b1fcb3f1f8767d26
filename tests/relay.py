"""A network that can be cut: a TCP relay between the browser and the server.

A browser's own offline switch does not reach pages under a service worker; this does.
"""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_PIECE = 65536


class Relay:
    """Listens on ``port`` and hands everything on to ``target`` until it is cut."""

    def __init__(self, target: int = 0) -> None:
        """``target`` may be set later, but before the first connection."""
        self.target = target
        self.is_cut = False
        self.answers_are_lost = False
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = int(self._listener.getsockname()[1])
        self.address = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Break every connection; new ones break at once."""
        with self._lock:
            self.is_cut = True
            broken, self._open = self._open, set()
        for connection in broken:
            _break(connection)

    def restore(self) -> None:
        """Take connections again."""
        self.is_cut = False

    @contextmanager
    def losing_answers(self) -> Iterator[None]:
        """Within the block requests reach the server, but its answers do not come back."""
        self.answers_are_lost = True
        try:
            yield
        finally:
            self.answers_are_lost = False

    def _accept(self) -> None:
        while True:
            near, _ = self._listener.accept()
            try:
                far = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                _break(near)
                continue
            with self._lock:
                self._open |= {near, far}
            if self.is_cut:
                self.cut()
                continue
            for source, sink, is_answer in ((near, far, False), (far, near, True)):
                threading.Thread(
                    target=self._hand_on, args=(source, sink, is_answer), daemon=True
                ).start()

    def _hand_on(self, source: socket.socket, sink: socket.socket, is_answer: bool) -> None:
        with suppress(OSError):
            while piece := source.recv(_PIECE):
                if is_answer and self.answers_are_lost:
                    break
                sink.sendall(piece)
        for end in (source, sink):
            _break(end)
        with self._lock:
            self._open -= {source, sink}


def _break(connection: socket.socket) -> None:
    """End it for both sides, and for a thread that waits for its next piece."""
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()
