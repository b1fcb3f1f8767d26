"""How a lower part tells higher ones what happened, without knowing them.

A lower part announces a frozen dataclass within its command; listeners run after the commit, and
nothing that a listener does can undo the command. A listener must be safe to repeat.
"""

import logging
from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from django.db import transaction

A = TypeVar("A")
_listeners: dict[type, list[Callable[[Any], None]]] = defaultdict(list)
_log = logging.getLogger(__name__)


def listen(kind: type[A], listener: Callable[[A], None]) -> None:
    """Have ``listener`` called after the commit of every announcement of this kind."""
    if listener not in _listeners[kind]:
        _listeners[kind].append(listener)


def announce(announcement: object) -> None:
    """Tell every listener once the running transaction is committed."""
    transaction.on_commit(lambda: _tell(announcement))


def listeners() -> dict[type, list[Callable[[Any], None]]]:
    """Who listens to what (for the reference page)."""
    return dict(_listeners)


def _tell(announcement: object) -> None:
    for listener in _listeners[type(announcement)]:
        try:
            listener(announcement)
        except Exception:  # noqa: BLE001 - whatever a listener does, the command stands
            _log.exception("A listener to %s failed", type(announcement).__name__)
