"""Sessions in the database, as Django keeps them, found by a statement that is planned once."""

from typing import Any

from django.contrib.sessions.backends import db
from django.utils import timezone

from groundswell.common import statements

_SESSION = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """What Django loads as its session engine."""

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing, and another key, where there is none in force."""
        # By the clock that Django set its end by, whatever ours is set to.
        found = statements.rows(_SESSION, [self.session_key, timezone.now()])
        if not found:
            self._session_key = None
            return {}
        return self.decode(found[0][0])
