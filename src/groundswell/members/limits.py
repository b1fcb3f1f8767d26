"""How often somebody may do something: counted in rows that all processes share.

Called in a view or API before the command, outside any transaction, so that a refusal counts.
"""

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.members.models import Member, RateWindow

_MINUTE, _HOUR, _DAY = 60, 3600, 86400

_COUNT = """
    INSERT INTO members_ratewindow (key, begins, used) VALUES (%s, %s, 1)
    ON CONFLICT (key, begins) DO UPDATE SET used = members_ratewindow.used + 1
    RETURNING used
"""


def limit(
    action: str,
    who: Member | str,
    *,
    per_minute: int | None = None,
    per_hour: int | None = None,
    per_day: int | None = None,
) -> None:
    """Count one ``action`` of ``who``, and refuse it over the limit.

    ``who`` is a member or, before anybody is signed in, ``access.visitor_address``. Fixed windows:
    each minute, hour or day begins at zero. One statement for each window given.
    """
    name = str(who.pk) if isinstance(who, Member) else who
    for most, seconds in ((per_minute, _MINUTE), (per_hour, _HOUR), (per_day, _DAY)):
        if most is not None:
            _count(f"{action}:{name}", seconds, most)


def forget_past_windows() -> None:
    """Delete the windows that are over (run by the worker)."""
    over = int(clock.now().timestamp()) - 2 * _DAY
    RateWindow.objects.filter(begins__lt=over).delete()


def _count(key: str, seconds: int, most: int) -> None:
    now = int(clock.now().timestamp())
    begins = now - now % seconds
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [f"{key}:{seconds}", begins])
        (used,) = cursor.fetchone()
    if used > most:
        raise Refused(_sentence(begins + seconds - now))


def _sentence(seconds: int) -> str:
    if seconds <= 120:
        return ngettext(
            "That was too often in a short time: try again in %(count)d second.",
            "That was too often in a short time: try again in %(count)d seconds.",
            seconds,
        ) % {"count": seconds}
    minutes = -(-seconds // _MINUTE)
    return _("That was too often in a short time: try again in %(count)d minutes.") % {
        "count": minutes
    }
