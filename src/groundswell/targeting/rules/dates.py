"""Days and years."""

from datetime import date


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier, later where ``years`` is negative.

    29 February becomes 1 March where the year has none.
    """
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 3, 1)
