"""What can be asked about the register; whoever asks is named and sees their own areas only."""

from groundswell.register.queries.comparing_rows import BothSides, side_by_side
from groundswell.register.queries.councils import councils_for
from groundswell.register.queries.details_importing import (
    details_columns_to_name,
    details_fields_to_choose,
    details_import_for,
    details_imports_for,
    details_progress,
    details_refused,
    samples_of,
)
from groundswell.register.queries.electors import (
    Found,
    details_of,
    elector_seen_by,
    find_electors,
    household_of,
    phone_numbers_of,
)
from groundswell.register.queries.importing import (
    Progress,
    RefusedRow,
    columns_to_name,
    fields_to_choose,
    import_progress,
    layout_title,
    refused_rows,
)
from groundswell.register.queries.managing import import_for, imports_for, supplies_for
from groundswell.register.queries.matching import Match, Matched, RowToMatch, match_rows
from groundswell.register.queries.people import electors_of, electors_of_people
from groundswell.register.queries.reach import SEES_ELECTORS, Reach, reach_of
from groundswell.register.queries.reviewing import (
    next_review,
    review_for,
    reviews_open,
    reviews_waiting,
)
from groundswell.register.queries.screening import (
    LastScreening,
    Standing,
    numbers_standing,
    screening_in_force,
    screenings,
)

__all__ = [
    "SEES_ELECTORS",
    "BothSides",
    "Found",
    "LastScreening",
    "Match",
    "Matched",
    "Progress",
    "Reach",
    "RefusedRow",
    "RowToMatch",
    "Standing",
    "columns_to_name",
    "councils_for",
    "details_columns_to_name",
    "details_fields_to_choose",
    "details_import_for",
    "details_imports_for",
    "details_of",
    "details_progress",
    "details_refused",
    "elector_seen_by",
    "electors_of",
    "electors_of_people",
    "fields_to_choose",
    "find_electors",
    "household_of",
    "import_for",
    "import_progress",
    "imports_for",
    "layout_title",
    "match_rows",
    "next_review",
    "numbers_standing",
    "phone_numbers_of",
    "reach_of",
    "refused_rows",
    "review_for",
    "reviews_open",
    "reviews_waiting",
    "samples_of",
    "screening_in_force",
    "screenings",
    "side_by_side",
    "supplies_for",
]
