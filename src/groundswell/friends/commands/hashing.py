"""Blind hashes for a supporter's device, so many a week and no more."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from groundswell.common.errors import Refused
from groundswell.friends.models import Asked, MatchingKey
from groundswell.friends.rules.oblivious import SIZE, evaluated
from groundswell.members.models import Member

BATCH = 256
# 6,144 keys a week are the cards of some 2,400 friends, a sixth of the names of a constituency.
BATCHES_A_WEEK = 24


def hash_blind(*, by: Member, key: MatchingKey, points: bytes) -> bytes:
    """Exactly ``BATCH`` points multiplied by the week's key; counted, and refused when too many.

    Nothing is known or kept of what they stand for.
    """
    if len(points) != BATCH * SIZE:
        raise Refused(_("This page was too old: load it again."))
    _count(by, key)
    try:
        return evaluated(bytes(key.key), points)
    except ValueError:
        raise Refused(_("This page was too old: load it again.")) from None


def _count(by: Member, key: MatchingKey) -> None:
    with transaction.atomic():
        Asked.objects.get_or_create(matching_key=key, member=by)
        counted = Asked.objects.filter(
            matching_key=key, member=by, batches__lt=BATCHES_A_WEEK
        ).update(batches=F("batches") + 1)
    if not counted:
        raise Refused(
            _("That is as many contacts as can be matched in a week: go on with these friends.")
        )
