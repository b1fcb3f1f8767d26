"""A pretend town: people who do not exist on streets that do, and register files of them.

Made for the demonstration, the tests and the benchmarks, since no real register may be used. The
same seed makes the same town everywhere. Plain Python; nothing here touches a database.
"""

from groundswell.register.town.contacts import (
    contact_details,
    write_contact_details,
    write_tps_list,
)
from groundswell.register.town.months import changes_through, month_changes
from groundswell.register.town.places_of_copies import PlaceFiles, write_places
from groundswell.register.town.rollover import Turnover, next_year
from groundswell.register.town.shapes import Change, PretendElector, Town
from groundswell.register.town.town import make_county, make_town
from groundswell.register.town.writing import LAYOUTS

__all__ = [
    "LAYOUTS",
    "Change",
    "PlaceFiles",
    "PretendElector",
    "Town",
    "Turnover",
    "changes_through",
    "contact_details",
    "make_county",
    "make_town",
    "month_changes",
    "next_year",
    "write_contact_details",
    "write_places",
    "write_tps_list",
]
