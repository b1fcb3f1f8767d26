"""How long work ends that does not come through: its row always says that it ended, and why."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from groundswell.common.errors import Refused
from groundswell.register import wording
from groundswell.register.reading import UnreadableFile
from groundswell.register.work_folder import CancelAsked

_log = logging.getLogger(__name__)


@contextmanager
def trouble_told(work: str, fail: Callable[[str], object], unexpected: str = "") -> Iterator[None]:
    """Give ``fail`` the sentence for the reader of whatever stops the block; it goes no further.

    ``work`` names it in the log; ``unexpected`` is the sentence for what nobody foresaw. That
    somebody asked it to stop is no trouble: CancelAsked passes.
    """
    try:
        yield
    except CancelAsked:
        raise
    except UnreadableFile as unreadable:
        fail(wording.unreadable(unreadable.why))
    except Refused as refusal:
        fail(str(refusal))
    except Exception:  # noqa: BLE001 - whatever it was, the row must say that it ended
        _log.exception("%s was not done", work)
        fail(unexpected or wording.trouble_unexpected())
