"""Where a telephone was, if its owner let it say so."""

from pydantic import BaseModel, Field, ValidationError

from groundswell.doorstep.commands import Where


class _Place(BaseModel):
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    accuracy: float = Field(default=0, ge=0, le=1e7)


def where_told(told: object) -> Where | None:
    """The place, or None: a place that is none is no reason to lose what came with it."""
    try:
        place = _Place.model_validate(told)
    except ValidationError:
        return None
    return Where(place.lat, place.lon, place.accuracy)
