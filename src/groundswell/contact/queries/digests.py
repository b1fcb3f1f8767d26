"""One number that vouches for many results."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from groundswell.common import statements
from groundswell.contact.models import Answer, Attempt


def digest_of_batch(
    constituency_id: int, batch: UUID, electors: Collection[int], until: datetime
) -> tuple[int, str]:
    """How many results of a batch were recorded up to ``until``, and a SHA-256 over them.

    ``electors`` are all who were ever in it. Undone ones are among them, with what undid them; what
    an organiser corrected later is not. It can be worked out anew at any time: a result changed,
    added or removed since then gives another.
    """
