"""What people read about files of past canvassing."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.contact.rules.past.rows import Why
from groundswell.register.rules.whose_row import How

Text = str | Promise

FIELD_LABELS: dict[str, Text] = {
    "whole_number": gettext_lazy("Elector number, whole (AB-123/1)"),
    "full_name": gettext_lazy("Whole name"),
    "forename": gettext_lazy("Forename, or all forenames"),
    "surname": gettext_lazy("Surname"),
    **{
        f"address_{n}": gettext_lazy("Address, line %(number)d") % {"number": n}
        for n in range(1, 5)
    },
    "postcode": gettext_lazy("Postcode"),
    "canvassed_on": gettext_lazy("Day on which they were canvassed"),
    "channel": gettext_lazy("Doorstep, phone or other"),
    "voting_intention": gettext_lazy("Voting intention, by code"),
    "outcome": gettext_lazy("What came of it"),
}

_NOT_TAKEN: dict[Why, Text] = {
    Why.UNCLOSED_QUOTE: gettext_lazy(
        "A quotation mark is opened on this line and never closed: the lines after it are lost."
    ),
    Why.NOTHING_SAID: gettext_lazy("The row says nothing of what came of it."),
    Why.UNKNOWN_WORD: gettext_lazy("Nobody has said what “%(word)s” means."),
    Why.LEFT_OUT: gettext_lazy("Left out, as you said."),
    Why.DATE_UNREADABLE: gettext_lazy("“%(word)s” is not a date that we can read."),
    Why.DATE_IMPOSSIBLE: gettext_lazy("Nobody was canvassed on %(word)s."),
    Why.CHANNEL_UNKNOWN: gettext_lazy("“%(word)s” names no channel that we know."),
    Why.NOBODY_NAMED: gettext_lazy("The row names nobody."),
    Why.NOT_FOUND: gettext_lazy("Nobody on the register fits this number, name and address."),
    Why.NAMESAKES: gettext_lazy(
        "Several people have this name, and the address fits none of them."
    ),
    Why.ANONYMOUS: gettext_lazy("This entry is anonymous: nothing may be added to it."),
}

_UNCLEAR: dict[How, Text] = {
    How.LIKE_NAME_AND_HOME: gettext_lazy("The address fits, the name only nearly."),
    How.NUMBER_OF_ANOTHER: gettext_lazy("The elector number fits, the name does not."),
    How.NAME_ELSEWHERE: gettext_lazy("The name fits, the address does not."),
    How.NAMESAKES: gettext_lazy("Two people of this name live there."),
}


def not_taken(why: str, word: str) -> str:
    """Why a row was not taken."""
    return str(_NOT_TAKEN[Why(why)]) % {"word": word}


def unclear(how: str) -> str:
    """Why it is unclear whose row it is."""
    return str(_UNCLEAR.get(How(how), ""))


def left_out_label() -> str:
    """What it is called to leave rows out."""
    return _("Leave these rows out")


def trouble_unexpected() -> str:
    """What is said where the work stopped for no reason that we know."""
    return _("Something went wrong with this file. Nothing of it was recorded; try it once more.")
