"""Who is let in: the session; and whose telephone it is when there is none any more."""

from http import HTTPStatus

from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.security import APIKeyHeader, SessionAuth

from groundswell.common.errors import Refused
from groundswell.members.access import member_or_none
from groundswell.members.limits import limit
from groundswell.members.models import Member
from groundswell.offline_app.queries.passes import holder_of


class Barred(APIKeyHeader):
    """Lets in a telephone whose member was barred, for it to hand in what it still has."""

    param_name = "X-App-Pass"

    def authenticate(self, request: HttpRequest, key: str | None) -> Member | None:
        """The member, only where they are barred: everybody else needs their session."""
        member = holder_of(key) if key else None
        return member if member is not None and not member.is_active else None


class Gone(Barred):
    """Tells such a telephone that there is nothing here for it any more."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Member | None:
        """410 for somebody barred; everybody else goes on to the session."""
        if super().authenticate(request, key) is not None:
            raise HttpError(HTTPStatus.GONE, "barred")
        return None


class OwnSession(SessionAuth):
    """The session, unless it is another member's than the telephone's pass.

    Somebody else may have signed in on it meanwhile: what one member made is not handed in as the
    other's. The telephone hears 401 and begins a shift anew.
    """

    def authenticate(self, request: HttpRequest, key: str | None) -> Member | None:
        """The member signed in, if the telephone is theirs or says of nobody whose it is."""
        member = member_or_none(request)
        app_pass = request.headers.get("X-App-Pass")
        holder = holder_of(app_pass) if app_pass else None
        return None if holder is not None and holder != member else member


SIGNED_IN = [Gone(), OwnSession()]
MAY_BEGIN = [Gone(), SessionAuth()]
MAY_HAND_IN = [Barred(), OwnSession()]


def not_too_often(action: str, member: Member, per_minute: int) -> None:
    """429 above the limit: the telephone keeps what it has and tries again later."""
    try:
        limit(f"app_{action}", member, per_minute=per_minute)
    except Refused as refusal:
        raise HttpError(HTTPStatus.TOO_MANY_REQUESTS, str(refusal)) from None
