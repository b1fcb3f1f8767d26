"""What can be asked about efforts, and what is in somebody's hands."""

from groundswell.outreach.queries.done import Done, done_by, done_together
from groundswell.outreach.queries.efforts import (
    HeldNow,
    Progress,
    effort_by_code,
    effort_for,
    efforts_for,
    held_now,
    hours_of,
    open_efforts_for,
    participants_of,
    participation_of,
    progress_of,
    took_part_with,
)
from groundswell.outreach.queries.held import held_batch
from groundswell.outreach.queries.passes import pass_for, read_pass
from groundswell.outreach.queries.people import ShownPerson
from groundswell.outreach.queries.welcome import refuse_the_unwelcome

__all__ = [
    "Done",
    "HeldNow",
    "Progress",
    "ShownPerson",
    "done_by",
    "done_together",
    "effort_by_code",
    "effort_for",
    "efforts_for",
    "held_batch",
    "held_now",
    "hours_of",
    "open_efforts_for",
    "participants_of",
    "participation_of",
    "pass_for",
    "progress_of",
    "read_pass",
    "refuse_the_unwelcome",
    "took_part_with",
]
