"""Why a row of a register file is refused, and what makes a row worth a second look."""

from enum import StrEnum

# The longest value each column keeps; a longer one means that a row is out of step.
LONGEST = {
    "prefix": 20,
    "state_number": 20,
    "markers": 40,
    "title": 20,
    "forename": 80,
    "middle_names": 120,
    "surname": 80,
    "name_suffix": 20,
    "party": 10,
    "uprn": 12,
    "flat": 40,
    "house_name": 80,
    "house_number": 40,
    "street": 120,
    "locality": 120,
    "town": 80,
    "address": 300,
}


class Reason(StrEnum):
    """Why a row is refused; the detail beside it names the column, the value or the other line."""

    UNCLOSED_QUOTE = "unclosed_quote"
    TOO_MANY_COLUMNS = "too_many_columns"
    NO_NUMBER = "no_number"
    NUMBER_UNREADABLE = "number_unreadable"
    UNKNOWN_OPERATION = "unknown_operation"
    TOO_LONG = "too_long"
    NUMBER_TWICE = "number_twice"
    ADDED_AND_REMOVED = "added_and_removed"
    NOT_ON_REGISTER = "not_on_register"
    UNKNOWN_ABSENT_VOTE = "unknown_absent_vote"


class Oddity(StrEnum):
    """What makes a row nasty, in the order of the bits that the check keeps."""

    CLEANED = "cleaned"
    UNKNOWN_MARKERS = "unknown_markers"
    ODD_DATE = "odd_date"
    NOT_ORDINARY = "not_ordinary"
    NO_POSTCODE = "no_postcode"
    POSTCODE_UNKNOWN = "postcode_unknown"
    NUMBER_WITH_SUFFIX = "number_with_suffix"
    PREFIX_WITH_MARKS = "prefix_with_marks"
    FLAT = "flat"
    NO_STREET = "no_street"
    NUMBER_RANGE = "number_range"
    ONE_NAME = "one_name"
    NAME_OF_SEVERAL_WORDS = "name_of_several_words"
    ACCENTS = "accents"


def oddities(bits: int) -> list[Oddity]:
    """The oddities behind the bits kept with a row."""
    return [oddity for place, oddity in enumerate(Oddity) if bits >> place & 1]
