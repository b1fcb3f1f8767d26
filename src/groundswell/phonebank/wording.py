"""Sentences for what the rules name by a word."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groundswell.phonebank.rules import CallBack


def call_back_label(one: CallBack) -> str:
    """A moment to call somebody back, as a button says it."""
    words = {
        "in_an_hour": _("In an hour, %(time)s"),
        "this_evening": _("This evening, %(time)s"),
        "tomorrow_morning": _("Tomorrow, %(time)s"),
        "tomorrow_evening": _("Tomorrow evening, %(time)s"),
        "saturday": _("Saturday, %(time)s"),
        "next_opening": _("As soon as we call again, %(time)s"),
    }
    return words[one.word] % {"time": date_format(one.at, "H:i")}
