"""Why a row of contact details, or a value in it, is not taken."""

from enum import StrEnum


class Why(StrEnum):
    """The reason; the detail beside it names the value, where there is one to name."""

    UNCLOSED_QUOTE = "unclosed_quote"
    PHONE_INVALID = "phone_invalid"
    EMAIL_INVALID = "email_invalid"
    TAG_TOO_LONG = "tag_too_long"
    DATE_UNREADABLE = "date_unreadable"
    DATE_IN_THE_FUTURE = "date_in_the_future"
    CHANNEL_UNKNOWN = "channel_unknown"
    CONSENT_INCOMPLETE = "consent_incomplete"
    NO_SOURCE = "no_source"
    NOBODY_NAMED = "nobody_named"
    NOTHING_TO_ADD = "nothing_to_add"
    NOT_ON_REGISTER = "not_on_register"
    SEVERAL_OF_THAT_NAME = "several_of_that_name"
    ANONYMOUS = "anonymous"
    ASKED_FOR_NO_CONTACT = "asked_for_no_contact"
    SUPPRESSED = "suppressed"
    RETIRED_BEFORE = "retired_before"
    CONSENT_WITHDRAWN = "consent_withdrawn"
