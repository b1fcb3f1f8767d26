"""What each kind of record does when it comes in.

An effect takes an ``Arrived``, carries it out through the commands of the part it belongs to and
answers an ``Effect``; it raises ``Refused`` or ``NotFound`` where that cannot be. A kind that is
not here comes from a newer app: it waits in the inbox until this installation knows it.
"""

from collections.abc import Callable
from uuid import UUID

from django.utils.translation import gettext as _

from groundswell.offline_app.commands.effects.arrived import Arrived, Effect, waits
from groundswell.offline_app.commands.effects.board import put_on_board
from groundswell.offline_app.commands.effects.calls import store_call, undo_call
from groundswell.offline_app.commands.effects.doors import store_door, undo_door
from groundswell.offline_app.commands.effects.keeping_safe import (
    ask_for_help,
    note_door,
    note_shift,
)
from groundswell.offline_app.commands.effects.undoing import take_back
from groundswell.offline_app.models import Received

Carry = Callable[[Arrived], Effect]
TakeBack = Callable[[Arrived, UUID], Effect]

EFFECTS: dict[str, Carry] = {
    "door": store_door,
    "board": put_on_board,
    "call": store_call,
    "shift": note_shift,
    "help": ask_for_help,
    "door_note": note_door,
}
# Nobody is too barred to be helped.
FOR_EVERYBODY = frozenset({"help"})
# The kind that takes back which kind, and how.
UNDOES: dict[str, tuple[str, TakeBack]] = {
    "undo": ("door", undo_door),
    "call_undo": ("call", undo_call),
}
UNDONE = frozenset(kind for kind, _how in UNDOES.values())


def carry(kind: str, arrived: Arrived) -> Effect:
    """Carry out one record; whoever is barred has it kept for review instead."""
    if not arrived.member.is_active and kind not in FOR_EVERYBODY:
        sentence = _("Its maker is barred: it is kept, and counts when the bar is lifted.")
        return Effect(Received.State.FLAGGED, counted=False, sentence=sentence)
    if kind in UNDOES:
        return take_back(arrived, UNDOES[kind][1])
    if kind in EFFECTS:
        return EFFECTS[kind](arrived)
    return waits(_("It comes from a newer app than this installation knows."))


__all__ = ["UNDOES", "UNDONE", "Arrived", "Effect", "carry"]
