"""What people read about contact details: why something is not taken, what a column can hold."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from groundswell.register.rules.detail_refusals import Why
from groundswell.register.rules.whose_row import How

Text = str | Promise

_REFUSED: dict[Why, Text] = {
    Why.UNCLOSED_QUOTE: gettext_lazy(
        "A quotation mark is opened on this line and never closed: the lines after it are lost."
    ),
    Why.PHONE_INVALID: gettext_lazy("“%(value)s” is not a telephone number."),
    Why.EMAIL_INVALID: gettext_lazy("“%(value)s” is not an e-mail address."),
    Why.TAG_TOO_LONG: gettext_lazy("The tag “%(value)s” is longer than 40 characters."),
    Why.DATE_UNREADABLE: gettext_lazy("“%(value)s” is not a date that we can read."),
    Why.DATE_IN_THE_FUTURE: gettext_lazy("The date %(value)s has not come yet."),
    Why.CHANNEL_UNKNOWN: gettext_lazy("“%(value)s” names no channel that we know."),
    Why.CONSENT_INCOMPLETE: gettext_lazy(
        "The consent is not taken: its words, its date or how it was given is missing."
    ),
    Why.NO_SOURCE: gettext_lazy("The row does not say where the details come from."),
    Why.NOBODY_NAMED: gettext_lazy("The row names nobody."),
    Why.NOTHING_TO_ADD: gettext_lazy("The row holds nothing to add."),
    Why.NOT_ON_REGISTER: gettext_lazy("Nobody on the register fits this number, name and address."),
    Why.SEVERAL_OF_THAT_NAME: gettext_lazy(
        "Several people have this name, and the address fits none of them."
    ),
    Why.ANONYMOUS: gettext_lazy("This entry is anonymous: nothing may be added to it."),
    Why.ASKED_FOR_NO_CONTACT: gettext_lazy("This person asked not to be contacted in this way."),
    Why.SUPPRESSED: gettext_lazy("On the suppression list: its owner asked to be left alone."),
    Why.RETIRED_BEFORE: gettext_lazy("“%(value)s” was found to be wrong for this person before."),
    Why.CONSENT_WITHDRAWN: gettext_lazy("This consent was withdrawn after it was given."),
}

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
    "phone": gettext_lazy("Telephone number"),
    "landline": gettext_lazy("Landline"),
    "mobile": gettext_lazy("Mobile"),
    "email": gettext_lazy("E-mail address"),
    "tags": gettext_lazy("Tags, separated by semicolons"),
    "postal": gettext_lazy("Postal vote (yes or no)"),
    "source": gettext_lazy("Where it comes from"),
    "obtained_on": gettext_lazy("Collected on"),
    "consent_channels": gettext_lazy("Consent: to which channels"),
    "consent_wording": gettext_lazy("Consent: to which words"),
    "consent_on": gettext_lazy("Consent: given on"),
    "consent_how": gettext_lazy("Consent: how it was given"),
}

_HOW: dict[How, Text] = {
    How.NUMBER: gettext_lazy("by elector number"),
    How.NAME_AND_HOME: gettext_lazy("by name and address"),
    How.LIKE_NAME_AND_HOME: gettext_lazy("The address fits, the name only nearly."),
    How.NUMBER_OF_ANOTHER: gettext_lazy("The elector number fits, the name does not."),
    How.NAME_ELSEWHERE: gettext_lazy("The name fits, the address does not."),
    How.NAMESAKES: gettext_lazy("Two people of this name live there."),
}


def refused(why: str, value: str) -> str:
    """Why a row or a value was not taken."""
    return str(_REFUSED[Why(why)]) % {"value": value}


def how_matched(how: str) -> str:
    """By what somebody was found."""
    return str(_HOW.get(How(how), ""))
