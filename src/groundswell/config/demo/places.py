"""The real places of the demonstration, and the pretend organisation's branches there."""

from dataclasses import dataclass

from groundswell.places.commands import (
    AreaGiven,
    form_branch,
    keep_areas,
    keep_nation,
    load_basildon,
    put_under,
)
from groundswell.places.models import Area

REGION_CODE, REGION = "E12000006", "East of England"
BRANCHES = {
    "Billericay branch": ("E05004021", "E05004022", "E05004023", "E05004024"),
    "Basildon branch": ("E05004025", "E05004026", "E05004028", "E05004032"),
    "Langdon and Pitsea branch": ("E05004027", "E05004029", "E05004030", "E05004031", "E05004033"),
    "Wickford branch": ("E05004034", "E05004035", "E05004036"),
}


@dataclass(frozen=True)
class Places:
    """The region whose organiser runs everything, its council and branches, and an elsewhere."""

    region: Area
    council: Area
    branches: list[Area]
    elsewhere: Area


def lay_out() -> Places:
    """Load Basildon's wards, seats and postcodes under its region; form the branches."""
    council = load_basildon(by=None)
    england = Area.objects.get(pk=keep_nation(by=None, nation="E"))
    given = AreaGiven(Area.Kind.REGION, REGION_CODE, REGION, england.pk, nation="E")
    region_id = keep_areas(by=None, areas=[given])[REGION_CODE]
    seats = Area.objects.filter(kind=Area.Kind.CONSTITUENCY, parent=england)
    put_under(parent=region_id, areas=[council.pk, *seats.values_list("pk", flat=True)])
    region = Area.objects.get(pk=region_id)
    branches = [
        form_branch(by=None, name=name, parent=region, wards=[_ward(code) for code in codes])
        for name, codes in BRANCHES.items()
    ]
    scotland = Area.objects.get(pk=keep_nation(by=None, nation="S"))
    elsewhere = form_branch(by=None, name="Lerwick branch", parent=scotland, wards=[])
    council.refresh_from_db()
    return Places(region, council, branches, elsewhere)


def _ward(code: str) -> Area:
    return Area.objects.get(kind=Area.Kind.WARD, code=code, valid_to=None)
