"""A member's own link to a thing."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.sharing import queries
from groundswell.sharing.models import Arrival, ShareLink, Sharer
from groundswell.sharing.registry import Shared
from groundswell.sharing.rules.ancestry import MOST_GENERATIONS
from groundswell.sharing.rules.codes import new_code

_TRIES = 5


def share(*, by: Member, kind: str, id: int) -> ShareLink:  # noqa: A002 - the contract's word
    """The member's own link to a thing anybody may see; the same one each time it is asked for."""
    there = queries.link_of(by, kind, id)
    if there is not None:
        return there
    thing = queries.shared_thing(kind, id)
    with transaction.atomic():
        sharer = sharer_of(by)
        link = _written(sharer, kind, id, thing)
        write_audit_line(by=by.pk, action="sharing.share", subject=f"{kind}:{id}")
    return link


def sharer_of(member: Member) -> Sharer:
    """The member's place in the tree, made on first use."""
    return Sharer.objects.get_or_create(member=member)[0]


def _written(sharer: Sharer, kind: str, subject_id: int, thing: Shared) -> ShareLink:
    parent = _came_to_it_through(sharer, kind, subject_id)
    for _try in range(_TRIES):
        try:
            with transaction.atomic():
                link, _new = ShareLink.objects.get_or_create(
                    owner=sharer,
                    kind=kind,
                    subject_id=subject_id,
                    defaults={
                        "code": new_code(),
                        "area_id": thing.area_id,
                        "theme": thing.theme[:40],
                        "independent": thing.independent,
                        "parent": parent,
                        "above": parent.key if parent else "",
                        "generation": parent.generation + 1 if parent else 0,
                        "made_at": clock.now(),
                        "made_on": clock.today(),
                    },
                )
                return link
        except IntegrityError:  # the same code twice: one in billions, so draw again
            continue
    raise Refused(_("That did not work: try again in a moment."))


def _came_to_it_through(sharer: Sharer, kind: str, subject_id: int) -> ShareLink | None:
    """The link through which they came to this thing, or else to us at all."""
    arrival = (
        Arrival.objects.filter(sharer=sharer, kind=kind, subject_id=subject_id)
        .select_related("link")
        .order_by("at", "pk")
        .first()
    )
    link = arrival.link if arrival else sharer.came_by if sharer.is_newcomer else None
    return link if link is not None and link.generation < MOST_GENERATIONS else None
