"""Links, and the things behind them."""

from groundswell.common.errors import NotFound
from groundswell.members.models import Member
from groundswell.sharing import registry
from groundswell.sharing.models import ShareLink
from groundswell.sharing.registry import Shared
from groundswell.sharing.rules.codes import tidied


def link_by_code(code: object) -> ShareLink | None:
    """The link with this code, however it was typed; None where there is none."""
    known = tidied(code)
    return ShareLink.objects.filter(code=known).first() if known else None


def link_of(member: Member | None, kind: str, subject_id: int) -> ShareLink | None:
    """The member's own link to a thing, or None where they have none yet."""
    if member is None:
        return None
    return ShareLink.objects.filter(owner__member=member, kind=kind, subject_id=subject_id).first()


def shared_thing(kind: str, subject_id: int) -> Shared:
    """The thing as anybody may see it, else NotFound."""
    thing = registry.found(kind, subject_id)
    if thing is None:
        raise NotFound
    return thing
