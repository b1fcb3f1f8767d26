"""Importing what was canvassed before: files, and rows that a person decides on."""

from groundswell.contact.commands.past.applying import apply_past_canvass
from groundswell.contact.commands.past.checking import check_past_canvass
from groundswell.contact.commands.past.deciding import decide_doubt
from groundswell.contact.commands.past.moving import ask_to_apply_past, cancel_past
from groundswell.contact.commands.past.uploading import (
    import_past_canvass,
    name_past_columns,
    say_meanings,
    upload_past_canvass,
)

__all__ = [
    "apply_past_canvass",
    "ask_to_apply_past",
    "cancel_past",
    "check_past_canvass",
    "decide_doubt",
    "import_past_canvass",
    "name_past_columns",
    "say_meanings",
    "upload_past_canvass",
]
