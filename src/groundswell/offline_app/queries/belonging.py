"""Where a record belongs: the area whose organisers see it."""

from groundswell.common.errors import NotFound
from groundswell.doorstep.models import Round
from groundswell.members.models import Member
from groundswell.offline_app.rules.records import Record, as_text
from groundswell.outreach.queries import effort_by_code
from groundswell.places.models import Area


def area_of(record: Record, member: Member) -> Area | None:
    """The area of the canvass or phone bank that it names, else its maker's branch."""
    if record.round_code:
        walked = Round.objects.filter(code=record.round_code).select_related("effort__area").first()
        if walked is not None:
            return walked.effort.area
    join_code = as_text(record.payload.get("join_code"), 20)
    try:
        return effort_by_code(join_code).area if join_code else member.branch
    except NotFound:
        return member.branch
