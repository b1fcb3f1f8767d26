"""Reading places: the tree of areas, postcodes, who lies in what. None of it is secret."""

from groundswell.places.queries.areas import (
    AreaCount,
    area_today,
    areas_above,
    areas_below,
    areas_by_kind,
    constituency_above,
    feature_collection,
)
from groundswell.places.queries.checking import REASONS
from groundswell.places.queries.postcodes import (
    NearbyPostcode,
    PostcodeSource,
    find_postcode,
    nearest_postcodes,
    postcode_sources,
)
from groundswell.places.queries.uploads import latest_uploads, upload_named
from groundswell.places.queries.wards import WardFinder, area_at

__all__ = [
    "REASONS",
    "AreaCount",
    "NearbyPostcode",
    "PostcodeSource",
    "WardFinder",
    "area_at",
    "area_today",
    "areas_above",
    "areas_below",
    "areas_by_kind",
    "constituency_above",
    "feature_collection",
    "find_postcode",
    "latest_uploads",
    "nearest_postcodes",
    "postcode_sources",
    "upload_named",
]
