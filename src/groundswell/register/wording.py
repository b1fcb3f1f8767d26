"""What people read about a file: why it or a row of it was refused, and what is odd about a row."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.register.reading import Why
from groundswell.register.rules.refusals import Oddity, Reason

Text = str | Promise

_UNREADABLE: dict[Why, Text] = {
    Why.EMPTY: gettext_lazy("The file is empty: ask the council to send it again."),
    Why.ZIP: gettext_lazy("This is a ZIP archive: unpack it and upload the file inside."),
    Why.PDF: gettext_lazy(
        "This is a PDF: ask the council for the register as data (CSV or Excel)."
    ),
    Why.BINARY: gettext_lazy(
        "This is no table that we can read: ask the council for a CSV or Excel file."
    ),
    Why.JSON: gettext_lazy("This is a JSON file: ask the council for a CSV or Excel file."),
    Why.WORKBOOK_TOO_LARGE: gettext_lazy(
        "This workbook is too large to open: save it as CSV and upload that."
    ),
    Why.WORKBOOK_BROKEN: gettext_lazy(
        "This workbook cannot be opened: ask for it without a password, or as CSV."
    ),
}

_REFUSED: dict[Reason, Text] = {
    Reason.UNCLOSED_QUOTE: gettext_lazy(
        "A quotation mark is opened on this line and never closed."
    ),
    Reason.TOO_MANY_COLUMNS: gettext_lazy(
        "The row has %(detail)s columns, more than the heading: a separator stands inside a value."
    ),
    Reason.NO_NUMBER: gettext_lazy("There is no elector number."),
    Reason.NUMBER_UNREADABLE: gettext_lazy("“%(detail)s” is no elector number."),
    Reason.UNKNOWN_OPERATION: gettext_lazy(
        "The column that says what has changed holds a letter that we do not know."
    ),
    Reason.TOO_LONG: gettext_lazy(
        "The value for %(detail)s is too long: the row may have slipped by a column."
    ),
    Reason.NUMBER_TWICE: gettext_lazy("Line %(detail)s has the same elector number."),
    Reason.ADDED_AND_REMOVED: gettext_lazy(
        "The file adds and removes this number at once (lines %(detail)s): "
        "ask the council which holds."
    ),
    Reason.NOT_ON_REGISTER: gettext_lazy("Nobody with this elector number is on the register."),
    Reason.UNKNOWN_ABSENT_VOTE: gettext_lazy("This kind of absent vote is not known."),
}

_ODD: dict[Oddity, Text] = {
    Oddity.CLEANED: gettext_lazy("had stray characters"),
    Oddity.UNKNOWN_MARKERS: gettext_lazy("unknown marker"),
    Oddity.ODD_DATE: gettext_lazy("odd date"),
    Oddity.NOT_ORDINARY: gettext_lazy("no ordinary entry"),
    Oddity.NO_POSTCODE: gettext_lazy("no postcode"),
    Oddity.POSTCODE_UNKNOWN: gettext_lazy("postcode in no ward we know"),
    Oddity.NUMBER_WITH_SUFFIX: gettext_lazy("number with a suffix"),
    Oddity.PREFIX_WITH_MARKS: gettext_lazy("marks in the district’s letters"),
    Oddity.FLAT: gettext_lazy("flat"),
    Oddity.NO_STREET: gettext_lazy("no street found"),
    Oddity.NUMBER_RANGE: gettext_lazy("several house numbers"),
    Oddity.ONE_NAME: gettext_lazy("one name only"),
    Oddity.NAME_OF_SEVERAL_WORDS: gettext_lazy("surname of several words"),
    Oddity.ACCENTS: gettext_lazy("accents"),
}

FIELD_LABELS: dict[str, Text] = {
    "whole_number": gettext_lazy("Elector number, whole (AB-123/1)"),
    "prefix": gettext_lazy("Polling district"),
    "number": gettext_lazy("Elector number, without the district"),
    "number_suffix": gettext_lazy("Suffix of the number"),
    "state_number": gettext_lazy("State voter number (US)"),
    "operation": gettext_lazy("What has changed (A, M, D)"),
    "markers": gettext_lazy("Franchise markers"),
    "age_date": gettext_lazy("Date of birth or of attaining voting age"),
    "attains_on": gettext_lazy("Date of attaining voting age"),
    "born_on": gettext_lazy("Date of birth"),
    "birth_year": gettext_lazy("Year of birth"),
    "full_name": gettext_lazy("Whole name, surname first"),
    "title": gettext_lazy("Title"),
    "forename": gettext_lazy("Forename, or all forenames"),
    "middle_names": gettext_lazy("Middle names"),
    "surname": gettext_lazy("Surname"),
    "name_suffix": gettext_lazy("Suffix of the name (Jr)"),
    **{
        f"address_{n}": gettext_lazy("Address, line %(number)d") % {"number": n}
        for n in range(1, 10)
    },
    "postcode": gettext_lazy("Postcode"),
    "uprn": gettext_lazy("UPRN (number of the property)"),
    "party": gettext_lazy("Party registered with (US)"),
    "withheld": gettext_lazy("Y: details withheld by law (US)"),
}


def unreadable(why: Why) -> str:
    """Why a file cannot be read, and what to do."""
    return str(_UNREADABLE[why])


def refused(reason: str, detail: str) -> str:
    """Why a row was refused."""
    return str(_REFUSED[Reason(reason)]) % {"detail": detail}


def odd(oddity: str) -> str:
    """What is odd about a row, in a few words."""
    return str(_ODD[Oddity(oddity)])


def trouble_unexpected() -> str:
    """What somebody reads when the program itself is at fault."""
    return _(
        "Something went wrong that is not the file’s fault. The register is as it was; "
        "the log on the server says more."
    )
