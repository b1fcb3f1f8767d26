"""Where a record belongs: the area whose organisers see it, the constituency of its people."""

from groundswell.common.errors import NotFound
from groundswell.members.models import Member
from groundswell.offline_app.rules.records import Record, as_text
from groundswell.outreach.queries import effort_by_code
from groundswell.places.models import Area


def area_of(record: Record, member: Member) -> Area | None:
    """The area of the canvass or phone bank it names, else its maker's branch."""
    join_code = as_text(record.payload.get("join_code"), 20)
    if join_code:
        try:
            return effort_by_code(join_code).area
        except NotFound:
            pass
    return member.branch


def constituency_of(record: Record, area: Area | None) -> int | None:
    """The constituency of the area, where it lies in one."""
    del record
    if area is None:
        return None
    above = [int(step) for step in area.path.strip("/").split("/")]
    seats = Area.objects.filter(pk__in=above, kind=Area.Kind.CONSTITUENCY)
    return seats.values_list("pk", flat=True).first()
