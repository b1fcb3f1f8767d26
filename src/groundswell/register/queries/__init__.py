"""What can be asked about the register; whoever asks is named and sees their own areas only."""

from groundswell.register.queries.councils import councils_for
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
    refused_rows,
)
from groundswell.register.queries.managing import import_for, imports_for, supplies_for
from groundswell.register.queries.people import electors_of, electors_of_people
from groundswell.register.queries.reach import SEES_ELECTORS, Reach, reach_of

__all__ = [
    "SEES_ELECTORS",
    "Found",
    "Progress",
    "Reach",
    "RefusedRow",
    "columns_to_name",
    "councils_for",
    "details_of",
    "elector_seen_by",
    "electors_of",
    "electors_of_people",
    "fields_to_choose",
    "find_electors",
    "household_of",
    "import_for",
    "import_progress",
    "imports_for",
    "phone_numbers_of",
    "reach_of",
    "refused_rows",
    "supplies_for",
]
