"""What can be asked about attempts, states, scripts and canvass codes."""

from groundswell.contact.queries.canvass_codes import (
    canvass_codes,
    intention_choices,
    may_change_codes,
    retired_codes,
)
from groundswell.contact.queries.crib_sheet import crib_html
from groundswell.contact.queries.digests import digest_of_batch
from groundswell.contact.queries.electors import (
    answers_in,
    attempt_to_correct,
    is_callable,
    last_visit,
    may_correct,
    organises,
    state_of,
)
from groundswell.contact.queries.knowing import short_day, summary_line
from groundswell.contact.queries.opinions import opinions_kept
from groundswell.contact.queries.reading_out import (
    ScriptToRead,
    facts_of,
    question_told,
    script_for_caller,
    script_to_preview,
    warning_on_notes,
)
from groundswell.contact.queries.scripts import (
    keys_used,
    may_edit,
    newest_versions,
    questions_of,
    read_answers_for,
    read_late_answers,
    script_seen_by,
    scripts_for,
    versions_of,
)
from groundswell.contact.queries.timeline import Entry, Said, timeline
from groundswell.contact.queries.totals import tallies_in

__all__ = [
    "Entry",
    "Said",
    "ScriptToRead",
    "answers_in",
    "attempt_to_correct",
    "canvass_codes",
    "crib_html",
    "digest_of_batch",
    "facts_of",
    "intention_choices",
    "is_callable",
    "keys_used",
    "last_visit",
    "may_change_codes",
    "may_correct",
    "may_edit",
    "newest_versions",
    "opinions_kept",
    "organises",
    "question_told",
    "questions_of",
    "read_answers_for",
    "read_late_answers",
    "retired_codes",
    "script_for_caller",
    "script_seen_by",
    "script_to_preview",
    "scripts_for",
    "short_day",
    "state_of",
    "summary_line",
    "tallies_in",
    "timeline",
    "versions_of",
    "warning_on_notes",
]
