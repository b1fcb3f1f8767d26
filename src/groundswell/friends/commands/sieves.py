"""Making the filters: the worker's work, from rows that say what is due."""

import hmac
from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.db.models import Q

from groundswell.common import clock
from groundswell.friends.models import MatchingKey, Opening, Sieve
from groundswell.friends.queries.openings import open_now
from groundswell.friends.queries.people import people_of, residents_of
from groundswell.friends.rules import oblivious, sieve
from groundswell.places.models import Area
from groundswell.privacy.announcements import ContactStopped, PersonErased
from groundswell.register.queries.people import electors_of_people
from groundswell.targeting.queries import constituencies_of

KEY_LASTS = timedelta(days=7)
BUILT_ANEW = timedelta(hours=24)
# For five people of the universe, one of the area who is not in it stands in the filter, too.
DECOYS_IN = 5


def make_due_sieves() -> int:
    """Make every filter that is missing, a day old, of last week's key or out of date; how many."""
    key = key_of_the_week()
    due = _due(key)
    for opening, constituency_id in due:
        make_sieve(opening=opening, constituency_id=constituency_id, key=key)
    forget_what_is_over()
    return len(due)


def sieves_are_due() -> bool:
    """Whether there is anything to make, or to delete."""
    newest = MatchingKey.objects.order_by("-made_at").first()
    over = Sieve.objects.exclude(opening__in=open_now()).exists()
    if newest is None or newest.made_at <= clock.now() - KEY_LASTS:
        return over or open_now().exists()
    return over or bool(_due(newest))


def make_sieve(*, opening: Opening, constituency_id: int, key: MatchingKey) -> Sieve:
    """The filter of one opening in one constituency, in place of the one before."""
    constituency = Area.objects.get(pk=constituency_id)
    residents = residents_of(constituency)
    meant = people_of(opening.universe, constituency_id) & residents.free
    decoys = _decoys(bytes(opening.seed), residents.free - meant, len(meant))
    keys = sorted(set(residents.keys(meant | decoys)))
    body = sieve.packed(oblivious.hashed(bytes(key.key), keys))
    made, _new = Sieve.objects.update_or_create(
        opening=opening,
        constituency=constituency,
        defaults={
            "matching_key": key,
            "body": body,
            "people": len(meant),
            "decoys": len(decoys),
            "keys": len(keys),
            "built_at": clock.now(),
            "stale": False,
        },
    )
    return made


def key_of_the_week() -> MatchingKey:
    """The secret to make filters with; a new one each week."""
    newest = MatchingKey.objects.order_by("-made_at").first()
    if newest is not None and newest.made_at > clock.now() - KEY_LASTS:
        return newest
    return MatchingKey.objects.create(key=oblivious.new_key(), made_at=clock.now())


def forget_what_is_over() -> None:
    """Delete filters of openings that are over, and keys that no filter was made with."""
    with transaction.atomic():
        Sieve.objects.exclude(opening__in=open_now()).delete()
        newest = MatchingKey.objects.order_by("-made_at").values("pk")[:1]
        used = Sieve.objects.values("matching_key")
        MatchingKey.objects.exclude(pk__in=used).exclude(pk__in=newest).delete()


def leave_out(announcement: ContactStopped | PersonErased) -> None:
    """Have the filters made anew in which somebody stands who wants no contact, or is erased."""
    seats = electors_of_people([announcement.person])
    Sieve.objects.filter(constituency__in=list(seats)).update(stale=True)


def _due(key: MatchingKey) -> list[tuple[Opening, int]]:
    fresh = Sieve.objects.filter(
        ~Q(stale=True), matching_key=key, built_at__gt=clock.now() - BUILT_ANEW
    )
    done = set(fresh.values_list("opening", "constituency"))
    return [
        (opening, seat)
        for opening in open_now().select_related("universe__area").order_by("pk")
        for seat in constituencies_of(opening.universe)
        if (opening.pk, seat) not in done
    ]


def _decoys(seed: bytes, others: Collection[int], people: int) -> set[int]:
    """The same of the others as ever, by lot: those with the lowest keyed hashes."""
    wanted = people // DECOYS_IN
    lots = sorted(others, key=lambda one: hmac.new(seed, one.to_bytes(8), "sha256").digest())
    return set(lots[:wanted])
