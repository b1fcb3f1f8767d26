"""Whether a person's own consent to calls stands, kept beside each of their numbers."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from groundswell.privacy.models import Channel
from groundswell.privacy.queries import consented_people
from groundswell.register.after_apply import tell_details_changed
from groundswell.register.models import ContactDetail, Elector
from groundswell.register.queries.people import electors_of

_AT_ONCE = 500


def refresh_consented(constituency_id: int, elector_ids: Collection[int]) -> set[int]:
    """Bring ``ContactDetail.consented`` to what privacy has; the electors for whom it changed.

    Within the caller's transaction, who also tells those that keep who may be rung.
    """
    changed: set[int] = set()
    some = sorted(set(elector_ids))
    for start in range(0, len(some), _AT_ONCE):
        changed |= _refresh(constituency_id, some[start : start + _AT_ONCE])
    return changed


def follow_consent(person: UUID) -> None:
    """Take over that a person's consent to calls was given or withdrawn. Safe to repeat."""
    by_seat: dict[int, list[int]] = {}
    for elector in electors_of(person):
        by_seat.setdefault(elector.constituency_id, []).append(elector.pk)
    for seat, ids in by_seat.items():
        with transaction.atomic():
            changed = refresh_consented(seat, ids)
            if changed:
                tell_details_changed(seat, changed)


def _refresh(constituency_id: int, elector_ids: list[int]) -> set[int]:
    electors = Elector.objects.filter(constituency_id=constituency_id, pk__in=elector_ids)
    people = dict(electors.values_list("pk", "person"))
    consenting = consented_people(set(people.values()), Channel.PHONE)
    changed: set[int] = set()
    for consented in (True, False):
        ids = [pk for pk, person in people.items() if (person in consenting) is consented]
        stale = ContactDetail.objects.filter(
            constituency_id=constituency_id,
            elector_id__in=ids,
            kind=ContactDetail.Kind.PHONE,
            consented=not consented,
        )
        found = set(stale.values_list("elector_id", flat=True))
        if found:
            stale.update(consented=consented)
            changed |= found
    return changed
