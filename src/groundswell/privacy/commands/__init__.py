"""What can be done about consent, stops, suppression, sightings and requests."""

from groundswell.privacy.commands.consents import record_consent, withdraw_consent
from groundswell.privacy.commands.disclosure import hand_out, look_for
from groundswell.privacy.commands.erasure import erase
from groundswell.privacy.commands.many_consents import record_consents
from groundswell.privacy.commands.people import join_people, note_sighting, noting_one
from groundswell.privacy.commands.reminders import remind_of_requests
from groundswell.privacy.commands.requests import (
    acknowledge_request,
    answer_request,
    extend_request,
    match_request,
    receive_from_the_public,
    receive_request,
    suppress_request,
)
from groundswell.privacy.commands.stops import lift_stop, stop_contact
from groundswell.privacy.commands.suppression import lift_suppression, suppress

__all__ = [
    "acknowledge_request",
    "answer_request",
    "erase",
    "extend_request",
    "hand_out",
    "join_people",
    "lift_stop",
    "lift_suppression",
    "look_for",
    "match_request",
    "note_sighting",
    "noting_one",
    "receive_from_the_public",
    "receive_request",
    "record_consent",
    "record_consents",
    "remind_of_requests",
    "stop_contact",
    "suppress",
    "suppress_request",
    "withdraw_consent",
]
