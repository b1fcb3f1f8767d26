"""What can be asked about cases and offers."""

from groundswell.contact.queries.casework.cases import (
    case_for,
    cases_shown,
    cases_waiting,
    entries_of,
    may_be_named,
    somebody_to_name,
)
from groundswell.contact.queries.casework.offers import offer_for, offers_shown, offers_waiting
from groundswell.contact.queries.casework.told import ToldEntry, told_by

__all__ = [
    "ToldEntry",
    "case_for",
    "cases_shown",
    "cases_waiting",
    "entries_of",
    "may_be_named",
    "offer_for",
    "offers_shown",
    "offers_waiting",
    "somebody_to_name",
    "told_by",
]
