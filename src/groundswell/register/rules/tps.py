"""The Telephone Preference Service: numbers in a list, and for how long a screening holds."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

# A list much shorter than the last is more likely cut off than true.
LEAST_OF_THE_LAST = 0.5
# More lines than this without a number: it is some other file.
MOST_UNREADABLE = 0.1
# A date has eight digits, a number with its area code at least nine.
_NUMBER_LIKE = re.compile(r"^[+(]?(?:[0-9][ ()./-]*){9,15}$")


def holds_until(listed_on: date, days: int) -> date:
    """The last day on which a screening against the list of this date counts.

    The Privacy and Electronic Communications Regulations 2003, reg. 21(3): a number may be called
    within 28 days of its subscriber's entry in the register.
    """
    return listed_on + timedelta(days=days)


def national_digits(number: str, country_code: int) -> str:
    """The digits of a number without country code and leading zeros, however it is written.

    No British or American number begins with the digits of its own country code.
    """
    digits = number if number.isascii() and number.isdigit() else re.sub("[^0-9]", "", number)
    digits = digits.lstrip("0")
    return digits.removeprefix(str(country_code)).lstrip("0")


def number_column(rows: Sequence[Sequence[str]]) -> int | None:
    """The column that holds telephone numbers in most rows, or None."""
    width = max((len(row) for row in rows), default=0)
    shares = [
        sum(1 for row in rows if place < len(row) and _NUMBER_LIKE.match(row[place].strip()))
        for place in range(width)
    ]
    best = max(range(width), key=lambda place: shares[place], default=None)
    return best if best is not None and shares[best] > len(rows) / 2 else None
