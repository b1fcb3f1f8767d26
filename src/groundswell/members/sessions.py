"""Sessions in the database, as Django keeps them, found by a statement that is planned once."""

from typing import Any

from django.contrib.sessions.backends import db

from groundswell.common import clock, statements

_SESSION = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """What Django loads as its session engine."""

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing, and another key, where there is none in force."""
        found = statements.rows(_SESSION, [self.session_key, clock.now()])
        if not found:
            self._session_key = None
            return {}
        return self.decode(found[0][0])
