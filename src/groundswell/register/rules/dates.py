"""Dates in register files, and what an ambiguous one means."""

from datetime import date, timedelta
from time import strptime
from typing import NamedTuple

YEAR = timedelta(days=365)


class AgeDates(NamedTuple):
    """What a date beside a name tells; ``odd`` where it can be neither."""

    attains_on: date | None
    born_on: date | None
    odd: bool = False


def read_date(text: str, formats: tuple[str, ...]) -> date | None:
    """The date in one of these ``strptime`` formats, or None."""
    for pattern in formats:
        try:
            return date(*strptime(text, pattern)[:3])
        except ValueError:
            continue
    return None


def age_dates(day: date, *, published_on: date, age: int) -> AgeDates:
    """What the date in a column called date of birth, which often holds attainment, means.

    In the future or within the year before the register's publication it is the day on which
    an attainer reaches ``age`` (years); more than 13 years before, the date of birth, from which
    attainment follows; anything else is odd and kept out.
    """
    if published_on - YEAR <= day <= published_on + 5 * YEAR:
        return AgeDates(attains_on=day, born_on=None)
    if published_on - 125 * YEAR < day < published_on - 13 * YEAR:
        attains_on = years_later(day, age)
        young = attains_on >= published_on - YEAR
        return AgeDates(attains_on=attains_on if young else None, born_on=day)
    return AgeDates(None, None, odd=True)


def years_later(day: date, years: int) -> date:
    """The same day ``years`` later; 1 March for somebody born on 29 February.

    In law a person born on 29 February comes of age at the start of 1 March in a common year.
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
