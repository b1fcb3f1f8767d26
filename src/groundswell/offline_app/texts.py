"""What the app says, in the visitor's language. It lies in the page: no network is needed for it.

The app fills what stands in braces. No sentence counts in words: plurals differ by language.
"""

from django.utils.translation import gettext as _

from groundswell.contact.models import Outcome
from groundswell.contact.queries import warning_on_notes


def texts() -> dict[str, str]:
    """Every sentence of the app by its name."""
    return _frame() | _door() | _talk() | _more() | _board() | _calls() | _safety() | _keeping()


def groups() -> dict[str, dict[str, str]]:
    """Words that go with what is recorded: outcomes of a person and of a house, offers."""
    outcomes = {value: str(label) for value, label in Outcome.choices}
    return {
        "outcomes": outcomes
        | {"call_back": _("Come back later"), "do_not_contact": _("Do not knock again")},
        "house_outcomes": {
            "inaccessible": outcomes["inaccessible"],
            "other_answered": outcomes["other_answered"],
            "refused": _("The whole house would rather not talk"),
            "do_not_contact": _("Nobody is to knock at this house again"),
        },
        "offers": {
            "issue": _("An issue for casework"),
            "poster": _("Wants a poster"),
            "help": _("Wants to help"),
            "postal_vote": _("Wants a postal vote"),
            "lift": _("Needs a lift"),
            "leaflets": _("Would deliver leaflets"),
            "membership": _("Wants to join"),
        },
    }


def _frame() -> dict[str, str]:
    return {
        "close": _("Close"),
        "progress": _("{done} of {all}"),
        "all_sent": _("All sent"),
        "all_sent_words": _("Whatever you noted on this phone has reached the campaign."),
        "waiting": _("{n} waiting to send"),
        "undo": _("Undo"),
        "undone": _("Taken back."),
        "saved": _("Saved: {words}."),
        "walk_tab": _("Doors"),
        "list_tab": _("List"),
        "map_tab": _("Map"),
        "board_tab": _("Board"),
        "hello": _("Hello, {name}"),
        "my_rounds": _("My rounds"),
        "no_rounds": _("You have no round yet. Find one near you, or type the code on a sheet."),
        "looking": _("Looking for your rounds…"),
        "round_number": _("Round {n}"),
        "until": _("yours until {day}"),
        "on_this_phone": _("On this phone: works without signal"),
        "tap_to_take": _("Tap to take it along"),
        "near_me": _("Find a round near me"),
        "have_code": _("Have a code from a sheet or a friend?"),
        "join": _("Join"),
        "phone_banks": _("Phone banks"),
        "for_you": _("For you"),
        "allow_location": _("Note where I am at each door"),
        "allow_location_words": _("Only while you walk, only for your organiser, off at any time."),
        "install": _("Put this on the home screen"),
        "sign_out": _("Sign out of this phone"),
        "wiped_at_end": _(
            "Rounds on this phone are locked with a key for today. They are wiped when you sign out"
            " and when your shift ends; results that wait are kept until they are sent."
        ),
        "not_here": _("Not on this phone"),
        "round_gone": _(
            "This round is not with you any more. What you recorded is kept and sent all the same."
        ),
        "no_such_round": _("There is no round of this code for you. Look at the sheet again."),
        "not_on_phone": _("This needs a network once. Try again where there is signal."),
        "to_rounds": _("To my rounds"),
        "no_storage": _("This browser keeps nothing, so nothing could be saved. Use another one."),
    }


def _door() -> dict[str, str]:
    return {
        "nobody_in": _("Nobody in"),
        "not_in": _("Not in"),
        "others_not_in": _("Others not in"),
        "next_open": _("Next door"),
        "door_before": _("Door before"),
        "door_after": _("Door after"),
        "door_of": _("Door {place} of {all}"),
        "next_is": _("Next: {address}."),
        "house_more": _("House…"),
        "more": _("More…"),
        "spoke": _("Spoke"),
        "postal": _("Votes by post"),
        "you_came_last": _("You came last time"),
        "came_last": _("{who} came last time"),
        "do_not_send": _("Nobody is sent to this door."),
        "is_there_now": _("{name} is at this door"),
        "by": _("by {who}"),
        "sides": _("Sides of the street"),
        "both_sides": _("Both"),
        "odd": _("Odd"),
        "even": _("Even"),
        "reversed": _("Reverse"),
        "questions": _("Questions"),
        "the_list": _("All doors"),
        "not_yet": _("Not yet"),
        "done": _("Done"),
        "undo_at": _("Take back what was recorded at {address}"),
        "the_map": _("Sketch of the round"),
        "map_of": _("Sketch of {n} doors in walking order; the list says the same in words."),
        "no_map": _("Where these doors lie is not known. Use the list."),
        "you_stand_here": _("The door now"),
        "you_are_here": _("You are here"),
        "all_done": _("That was the last door"),
        "doors_left": _("{n} doors have no result yet."),
        "go_to_them": _("Go to them"),
        "nobody_in_at": _("Nobody was in at {n} doors."),
        "try_again": _("Try those again"),
        "finish_round": _("Hand the round back"),
    }


def _talk() -> dict[str, str]:
    return {
        "back": _("Back"),
        "next": _("Next"),
        "leave_out": _("Leave out"),
        "had_to_go": _("Save and go on"),
        "ask_more": _("Ask more"),
    }


def _more() -> dict[str, str]:
    return {
        "they_want": _("They told you"),
        "save_as": _("Save, as"),
        "ask_questions": _("Ask the questions"),
        "spoke_only": _("Spoke, said nothing of their vote"),
        "issue_words": _("What is the issue?"),
        "note": _("Note"),
        "note_warning": warning_on_notes(),
        "another_time": _("Another time"),
        "another_language": _("Another one"),
        "in_an_hour": _("In an hour, {time}"),
        "this_evening": _("This evening, {time}"),
        "tomorrow_evening": _("Tomorrow evening, {time}"),
        "on_saturday": _("{day}, {time}"),
        "save": _("Save"),
        "save_note": _("Save the note"),
        "door_note": _("A note on this door"),
        "door_note_hint": _("Only organisers read it."),
        "for_safety": _("It is about safety"),
        "do_not_send_anyone": _("Do not send anyone to this door"),
    }


def _board() -> dict[str, str]:
    return {
        "the_board": _("Board"),
        "board_words": _(
            "Hold the board and send up to {most} people to doors. Write their names: nobody else"
            " needs a phone."
        ),
        "board_full": _("The board is full: {most} people."),
        "add_name": _("Who walks with you?"),
        "add": _("Add"),
        "at_door": _("At {address}"),
        "send_to": _("Send to {address}"),
        "no_door_left": _("No door is left."),
        "write_result": _("Write the result"),
        "is_back": _("Came back without"),
        "went_home": _("{name} went home"),
        "for_name": _("What {name} found"),
    }


def _calls() -> dict[str, str]:
    return {
        "call": _("Call {number}"),
        "same_household": _("Same household: ask whether they are there too"),
        "batch_done": _("All of these are called"),
        "ready_to_call": _("Ready to call"),
        "next_people": _("Next people"),
        "enough": _("Enough for now"),
    }


def _safety() -> dict[str, str]:
    return {
        "safety": _("Shift and safety"),
        "safety_words": _(
            "Walk in twos, keep each other in sight, and stay at the door. Leave when it does not"
            " feel right: no result is worth it."
        ),
        "check_in": _("Check in"),
        "check_out": _("Check out: I am home"),
        "checked_in_since": _("You are checked in since {time}."),
        "not_checked_in": _(
            "You are not checked in. Tell us when you go out, and when you are home."
        ),
        "buddy": _("My buddy"),
        "organiser": _("My organiser"),
        "buddy_name": _("Who walks with you?"),
        "buddy_phone": _("Their telephone number"),
        "numbers": _("Numbers"),
        "call_for_help": _("Call for help"),
        "help_heading": _("Help"),
        "help_in": _("Your organisers are told in {n} seconds."),
        "help_sent": _("Your organisers are told, with the last door. Ring somebody now."),
        "help_waits": _("No network: it is sent as soon as there is one. Ring somebody now."),
        "last_door": _("Last door: {address}"),
        "by_mistake": _("Stop: pressed by mistake"),
    }


def _keeping() -> dict[str, str]:
    return {
        "waiting_link": _("Waiting to send"),
        "waiting_words": _(
            "It is saved on this phone, locked, and goes by itself as soon as there is a network."
        ),
        "no_network": _("No network at the moment. You need not do anything."),
        "sign_in_to_send": _("Sign in again to send what waits."),
        "stuck": _(
            "{n} of these the server does not take. Save them as a file for your organiser."
        ),
        "try_now": _("Try now"),
        "file_heading": _("When the network never comes back"),
        "file_words": _(
            "Save what waits as a signed file and give it to your organiser to load at a desk."
            " Anybody can read the file: delete it afterwards."
        ),
        "save_file": _("Save a file"),
        "share_file": _("Share the file"),
        "save_file_link": _("Save what waits as a file"),
        "file_made": _("Saved: {name}"),
        "no_file": _("Nothing that can be opened here waits. Sign in again first."),
        "door_by_door": _("Door by door"),
        "sign_in": _("Sign in"),
        "sign_in_first": _("Sign in once, where there is signal. After that it works without."),
        "first_visit_offline": _(
            "The first visit needs a network. Try again where there is signal."
        ),
        "shift_over": _("Your shift is over, and the rounds are wiped from this phone."),
        "you_are_out": _("You are signed out, and the rounds are wiped from this phone."),
        "closed_account": _(
            "This account is closed, and the rounds are wiped from this phone. Your results were"
            " handed in."
        ),
        "still_waiting": _("{n} results still wait here, locked. They are sent when you sign in."),
    }
