"""Somebody out, a call for help and a note on a door, for the table of who may see what."""

from uuid import uuid4

from groundswell.register.models import Elector
from groundswell.safety.commands import add_door_note, call_for_help, check_in
from tests.town import Town


def furnish_safety(town: Town) -> None:
    """Bob is out in Marshfield, pressed for help, and left a note on a door."""
    seat = town.marshfield.pk
    town.things["shift"] = check_in(by=town.caller, key=uuid4(), constituency_id=seat)
    town.things["help_call"] = call_for_help(by=town.caller, key=uuid4())
    home = Elector.objects.get(constituency=seat, pk=town.called_elector).household_id
    assert home is not None
    town.things["door_note"] = add_door_note(
        by=town.caller,
        constituency_id=seat,
        household_id=home,
        text="Dog in the yard",
        do_not_send=True,
        key=uuid4(),
    )
    town.things["shift_act"] = "in"
