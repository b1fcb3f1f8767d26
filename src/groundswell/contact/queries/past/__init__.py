"""Files of past canvassing: which a member manages, how each stands, what is unclear."""

from groundswell.contact.queries.past.doubts import doubt_for, doubts_for, next_doubt
from groundswell.contact.queries.past.files import (
    codes_by_id,
    columns_to_name,
    fields_to_choose,
    folder_key,
    past_canvass_for,
    past_canvasses_for,
    past_progress,
    rows_not_taken,
    sample_of,
)
from groundswell.contact.queries.past.saying import NotSaid, meanings_to_say, what_it_can_mean

__all__ = [
    "NotSaid",
    "codes_by_id",
    "columns_to_name",
    "doubt_for",
    "doubts_for",
    "fields_to_choose",
    "folder_key",
    "meanings_to_say",
    "next_doubt",
    "past_canvass_for",
    "past_canvasses_for",
    "past_progress",
    "rows_not_taken",
    "sample_of",
    "what_it_can_mean",
]
