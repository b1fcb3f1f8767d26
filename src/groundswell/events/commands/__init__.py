"""What can be done with events."""

from groundswell.events.commands.changing import cancel_event, change_event, move_event
from groundswell.events.commands.deciding import (
    approve_event,
    look_over,
    refuse_event,
    set_host_level,
)
from groundswell.events.commands.door import mark, walk_in
from groundswell.events.commands.feedback import say_how_it_was
from groundswell.events.commands.hosting import host_event
from groundswell.events.commands.lifts import (
    agree_to_lift,
    ask_about_lift,
    end_lift_match,
    tell_of_lift,
    withdraw_lift,
)
from groundswell.events.commands.opening import open_what_begins
from groundswell.events.commands.plans import EventPlan, PlacePlan
from groundswell.events.commands.reminding import take_steps, write_reminder
from groundswell.events.commands.shifts import put_shift, take_shift_off
from groundswell.events.commands.signing_up import cannot_come, change_party, come
from groundswell.events.commands.writing import write_what_is_waiting

__all__ = [
    "EventPlan",
    "PlacePlan",
    "agree_to_lift",
    "approve_event",
    "ask_about_lift",
    "cancel_event",
    "cannot_come",
    "change_event",
    "change_party",
    "come",
    "end_lift_match",
    "host_event",
    "look_over",
    "mark",
    "move_event",
    "open_what_begins",
    "put_shift",
    "refuse_event",
    "say_how_it_was",
    "set_host_level",
    "take_shift_off",
    "take_steps",
    "tell_of_lift",
    "walk_in",
    "withdraw_lift",
    "write_reminder",
    "write_what_is_waiting",
]
