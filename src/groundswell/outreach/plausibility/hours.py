"""Rule: results from hours in which nobody should be called."""

from collections.abc import Callable
from datetime import datetime

from groundswell.outreach.plausibility.record import CallerRecord

FEWEST_OUT_OF_HOURS = 3


def hours_finding(
    caller: CallerRecord, within_hours: Callable[[datetime], bool]
) -> dict[str, float] | None:
    """The figures when three or more results were made outside the calling hours, else None.

    ``within_hours`` says whether a local time lies in the effort's calling hours, with the quarter
    of an hour of grace in which a conversation may end.
    """
    outside = sum(not within_hours(result.local_time) for result in caller.results)
    if outside < FEWEST_OUT_OF_HOURS:
        return None
    return {"results": len(caller.results), "out_of_hours": outside}
