"""How it was, in one tap."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.events.models import Feedback, SignUp

WORDS_LENGTH = 500


def say_how_it_was(*, sign_up: SignUp, mark: int, words: str = "") -> Feedback:
    """Keep what whoever holds the link of a sign-up says; saying it again changes it.

    Without an audit line: what people say of an evening is nobody's to hold against them.
    """
    if mark not in Feedback.Mark.values:
        raise Refused(_("This page was too old: load it again."))
    if sign_up.shift.starts_at > clock.now():
        raise Refused(_("It has not begun yet."))
    if sign_up.state not in (SignUp.State.CAME, SignUp.State.COMING):
        raise Refused(_("This is for those who were there."))
    with transaction.atomic():
        told = {"event_id": sign_up.event_id, "mark": mark, "said_at": clock.now()}
        if words.strip():
            told["words"] = words.strip()[:WORDS_LENGTH]
        kept, _new = Feedback.objects.update_or_create(sign_up=sign_up, defaults=told)
    return kept
