"""Small files of places as their makers write them, for the tests."""

import gzip
import json
import zipfile
from pathlib import Path
from typing import Any, TypeVar

Sort = TypeVar("Sort")
CODE_POINT_HEADING = (
    "Postcode,Positional_quality_indicator,Eastings,Northings,Country_code,NHS_regional_HA_code,"
    "NHS_HA_code,Admin_county_code,Admin_district_code,Admin_ward_code"
)
ONSPD_HEADING = "pcd,pcd2,pcds,dointr,doterm,osward,oseast1m,osnrth1m,osgrdind,pcon,lat,long"


def code_point(postcode: str, easting: int, northing: int, ward: str, quality: int = 10) -> str:
    """A row of Code-Point Open."""
    return (
        f'"{postcode}",{quality},{easting},{northing},"E92000001","E19000001","E18000006",'
        f'"E10000012","E07000066","{ward}"'
    )


def square(west: float, south: float, size: float) -> dict[str, Any]:
    """A square outline, in degrees or metres."""
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def feature(outline: dict[str, Any] | None, **properties: str) -> dict[str, Any]:
    """A feature of a GeoJSON file."""
    return {"type": "Feature", "properties": properties, "geometry": outline}


def geojson(path: Path, *features: dict[str, Any]) -> Path:
    """A GeoJSON file of these features."""
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}))
    return path


def text(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    """A text file of these lines; gzipped where its name says so."""
    content = "\r\n".join([*lines, ""]).encode(encoding)
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def archive(path: Path, members: dict[str, str]) -> Path:
    """A ZIP archive of these texts by name."""
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return path


def only(sort: type[Sort], *found: object) -> list[Sort]:
    """What was found, all of it of that sort."""
    kept = [one for one in found if isinstance(one, sort)]
    assert len(kept) == len(found)
    return kept
