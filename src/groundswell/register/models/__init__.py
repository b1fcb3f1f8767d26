"""The register: who may vote where, by edition, and how it reached us."""

from groundswell.register.models.details import ContactDetail, DetailsImport, TpsScreening
from groundswell.register.models.electors import Elector, Household, PastVote, RegisterEntry, Tag
from groundswell.register.models.reviews import Review
from groundswell.register.models.supplies import RegisterImport, SavedMapping, SupplyRecord

__all__ = [
    "ContactDetail",
    "DetailsImport",
    "Elector",
    "Household",
    "PastVote",
    "RegisterEntry",
    "RegisterImport",
    "Review",
    "SavedMapping",
    "SupplyRecord",
    "Tag",
    "TpsScreening",
]
