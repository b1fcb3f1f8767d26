"""Which troubles of the database pass by themselves, so that the telephone had better try again."""

from django.db import DatabaseError, InterfaceError, OperationalError

# PostgreSQL's classes of what is about the moment: connection, conflict, resources, being stopped.
_OF_THE_MOMENT = ("08", "40", "53", "55", "57")
_SQLITES_OWN = ("locked", "busy", "disk", "readonly", "unable to open")


def is_passing(trouble: DatabaseError) -> bool:
    """Whether it is about the moment, not about the record."""
    if isinstance(trouble, InterfaceError):
        return True
    if not isinstance(trouble, OperationalError):
        return False
    state = getattr(trouble.__cause__, "sqlstate", None)
    if state:
        return str(state).startswith(_OF_THE_MOMENT)
    words = str(trouble).lower()
    return "no such" not in words and (
        any(word in words for word in _SQLITES_OWN) or "connection" in words
    )
