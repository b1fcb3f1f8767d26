"""Photographs of sheets, for those who may see the sheet."""

from groundswell.common.errors import NotFound
from groundswell.doorstep.queries import round_by_code
from groundswell.members.models import Member
from groundswell.paper.models import SheetPhoto


def photo_seen_by(member: Member, photo_id: int) -> SheetPhoto:
    """A photograph of a sheet of a round that the member may see; else NotFound."""
    photo = (
        SheetPhoto.objects.filter(pk=photo_id)
        .select_related("printing__round__effort__area")
        .first()
    )
    if photo is None:
        raise NotFound
    round_by_code(member, photo.printing.round.code)
    return photo
