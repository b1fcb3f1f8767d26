"""What changes places: loading files, and keeping single areas."""

from groundswell.places.commands.areas import (
    AreaGiven,
    keep_areas,
    keep_country,
    keep_nation,
    keep_polling_districts,
    put_under,
)
from groundswell.places.commands.basildon import load_basildon
from groundswell.places.commands.boundaries import load_boundaries
from groundswell.places.commands.branches import form_branch
from groundswell.places.commands.postcodes import load_postcodes
from groundswell.places.commands.seats import load_seats
from groundswell.places.commands.uploads import (
    apply_upload,
    ask_to_apply,
    check_upload,
    move_uploads_on,
    upload_places,
    uploads_wait,
)

__all__ = [
    "AreaGiven",
    "apply_upload",
    "ask_to_apply",
    "check_upload",
    "form_branch",
    "keep_areas",
    "keep_country",
    "keep_nation",
    "keep_polling_districts",
    "load_basildon",
    "load_boundaries",
    "load_postcodes",
    "load_seats",
    "move_uploads_on",
    "put_under",
    "upload_places",
    "uploads_wait",
]
