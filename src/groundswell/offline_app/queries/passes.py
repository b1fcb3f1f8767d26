"""The pass of a telephone: whose it is, when there is no session to say so."""

from datetime import timedelta

from django.core.signing import BadSignature, TimestampSigner

from groundswell.members.models import Member
from groundswell.offline_app.rules.shifts import KEYS_FOR_DAYS

_SALT = "offline_app.pass"


def pass_for(member: Member) -> str:
    """A signed word that names the member; it opens nothing for somebody who may sign in."""
    return TimestampSigner(salt=_SALT).sign(str(member.pk))


def holder_of(app_pass: str) -> Member | None:
    """Whose telephone it is, barred or not; None where we did not sign it, or too long ago."""
    try:
        kept_for = timedelta(days=KEYS_FOR_DAYS)
        member_id = TimestampSigner(salt=_SALT).unsign(app_pass, max_age=kept_for)
    except BadSignature:
        return None
    return Member.objects.filter(pk=int(member_id)).first()
