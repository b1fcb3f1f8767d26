"""Giving a caller's page its pass, and reading it again."""

from functools import lru_cache

from django.conf import settings
from django.core.signing import BadSignature, Signer

from groundswell.common import clock
from groundswell.outreach.models import Participation
from groundswell.outreach.rules.passes import BatchPass, from_words, in_words

_SALT = "outreach.batch"


def pass_for(part: Participation) -> str:
    """The pass for the batch in somebody's hands; empty where there is none."""
    if part.batch is None or part.held_until is None:
        return ""
    held = BatchPass(part.member_id, part.effort_id, part.batch, part.held_until)
    return Signer(salt=_SALT).sign(in_words(held))


def read_pass(text: str) -> BatchPass | None:
    """The pass, unless its time is over or we did not sign it."""
    try:
        return from_words(_words_in(text, settings.SECRET_KEY), clock.now())
    except BadSignature:
        return None


@lru_cache(maxsize=2000)
def _words_in(text: str, key: str) -> str:
    """What we signed; the same pass comes with every result of its batch."""
    return Signer(key=key, salt=_SALT).unsign(text)
