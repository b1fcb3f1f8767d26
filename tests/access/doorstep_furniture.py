"""A canvass with one round out and one free, for the table of who may see what."""

from groundswell.common.ids import uuid7
from groundswell.doorstep.commands import book_round, cut_by_size
from tests.canvass import open_canvass
from tests.town import Town


def furnish_doorstep(town: Town) -> None:
    """Bob has the first round out; the second is free."""
    canvass = open_canvass(town, doors=20, streets=2, name="Riverside, door to door")
    rounds = cut_by_size(by=town.organiser, effort=canvass, doors=5, lock_days=3)
    book_round(by=town.caller, walked=rounds[0], key=uuid7())
    town.things |= {"canvass": canvass, "round_out": rounds[0], "round_free": rounds[1]}
