"""How long somebody was at it, from the moments of what they recorded."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import pairwise

LONGEST_GAP = timedelta(minutes=15)
# What is spent before the first result of a sitting is not seen: reckoned as one typical step.
FIRST_STEP = timedelta(minutes=2)


def seconds_at_it(moments: Iterable[datetime], longest_gap: timedelta = LONGEST_GAP) -> int:
    """Seconds over all sittings: results at most ``longest_gap`` apart belong to one sitting.

    A sitting lasts from its first result to its last, and two minutes for what came before the
    first. The order of ``moments`` does not matter.
    """
    in_order = sorted(moments)
    if not in_order:
        return 0
    gaps = (later - earlier for earlier, later in pairwise(in_order))
    whole = FIRST_STEP
    for gap in gaps:
        whole += gap if gap <= longest_gap else FIRST_STEP
    return int(whole.total_seconds())
