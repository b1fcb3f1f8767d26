"""The board: who was sent to which door. The records are the board; the latest of a door holds."""

from django.utils.translation import gettext as _

from groundswell.common.errors import Refused
from groundswell.offline_app.commands.effects.arrived import Arrived, Effect, done
from groundswell.offline_app.queries.feed import round_taken

ACTIONS = frozenset({"sent", "back", "name_added", "name_gone"})


def put_on_board(arrived: Arrived) -> Effect:
    """Keep it where the other telephones of the round find it."""
    if arrived.record.payload.get("action") not in ACTIONS or not arrived.record.round_code:
        raise Refused(_("This says nothing that a board can show."))
    round_taken(arrived.member, arrived.record.round_code)
    return done()
