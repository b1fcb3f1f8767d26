"""What a supporter's device fetches to see which friends matter most: filters, and blind hashes.

Nothing that is sent here says anything of anybody: a device sends points that look random, always
so many at a time, and fetches filters whole.
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from groundswell.common.errors import NotFound
from groundswell.friends.commands import hash_blind
from groundswell.friends.commands.hashing import BATCH
from groundswell.friends.models import MatchingKey
from groundswell.friends.queries import openings_for_supporter, sieve_for, sieves_of
from groundswell.friends.views.in_json import refusals_in_json
from groundswell.members.access import current_member, signed_in, visitor_address
from groundswell.members.limits import limit

# A hall full of newcomers on one connection.
BATCHES_A_DAY_FROM_ONE_ADDRESS = 400
FILTERS_AN_HOUR = 120


@require_safe
@never_cache
@signed_in
@refusals_in_json
def matching(request: HttpRequest) -> HttpResponse:
    """Which filters there are for this supporter, and with which key each was made."""
    openings = openings_for_supporter(current_member(request))
    return JsonResponse(
        {
            "batch": BATCH,
            "sieves": [
                {
                    "opening": sieve.opening_id,
                    "place": sieve.constituency.name,
                    "url": reverse("friends:sieve", args=[sieve.pk]),
                    "hash": reverse("friends:evaluate", args=[sieve.matching_key_id]),
                }
                for sieve in sieves_of(openings)
            ],
        }
    )


@require_safe
@never_cache
@signed_in
@refusals_in_json
def sieve(request: HttpRequest, sieve_id: int) -> HttpResponse:
    """One filter, whole."""
    member = current_member(request)
    found = sieve_for(member, sieve_id)
    limit("friends.sieve", member, per_hour=FILTERS_AN_HOUR)
    return HttpResponse(bytes(found.body), content_type="application/octet-stream")


@require_POST
@never_cache
@signed_in
@refusals_in_json
def evaluate(request: HttpRequest, key_id: int) -> HttpResponse:
    """Exactly so many blinded points, hashed with the key of a filter that this supporter gets."""
    member = current_member(request)
    theirs = {one.matching_key_id for one in sieves_of(openings_for_supporter(member))}
    key = MatchingKey.objects.filter(pk=key_id).first() if key_id in theirs else None
    if key is None:
        raise NotFound
    limit("friends.hash", visitor_address(request), per_day=BATCHES_A_DAY_FROM_ONE_ADDRESS)
    answer = hash_blind(by=member, key=key, points=request.body)
    return HttpResponse(answer, content_type="application/octet-stream")
