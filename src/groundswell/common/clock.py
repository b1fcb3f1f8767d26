"""What time it is: the one place that asks, so that a test can set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_set_to: ContextVar[datetime | None] = ContextVar("clock", default=None)


def now() -> datetime:
    """This moment, in UTC."""
    return _set_to.get() or timezone.now()


def local_now() -> datetime:
    """This moment on the wall clock of the place (``TIME_ZONE``)."""
    return now().astimezone(timezone.get_default_timezone())


def today() -> date:
    """Today's date on the wall calendar of the place."""
    return local_now().date()


@contextmanager
def set_to(moment: datetime) -> Iterator[None]:
    """Within the block, it is ``moment`` (for tests and for making past results in the demo)."""
    token = _set_to.set(moment)
    try:
        yield
    finally:
        _set_to.reset(token)
