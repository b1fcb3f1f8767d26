"""What Django loads as the database's engine."""

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL, whose kept connection is looked at before each request, and rarely asked."""

    def is_usable(self) -> bool:
        """Whether the server still answers on this connection.

        A server that ends or restarts closes its side, which the socket tells us. Only where
        something unexpected waits there is the server asked, as Django does for every request.
        """
        if self.connection is None or self.connection.closed:
            return False
        return not _something_waits(self.connection.fileno()) or super().is_usable()


def _something_waits(socket: int) -> bool:
    look = select.poll()
    look.register(socket, select.POLLIN)
    return bool(look.poll(0))
