"""Addresses in lines, with the oddities seen in real files.

An address has the same oddity for everybody in the home, and keeps it from year to year.
"""

from groundswell.register.town.dice import scatter
from groundswell.register.town.shapes import Home

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def address_lines(home: Home, *, most: int, with_postcode: bool = False) -> list[str]:
    """The address in exactly ``most`` lines, the unused ones empty.

    One in seven ends with the postcode once more, some of those with a no-break space in it; with
    ``with_postcode`` all of them do, for files that have no column for it.
    """
    lines = _odd(_plain(home), home)
    lot = scatter(home.home_id, 1)
    last = ""
    if with_postcode or lot < 1_400:
        last = home.postcode.replace(" ", NO_BREAK_SPACE) if lot < 300 else home.postcode
    room = most - (1 if last else 0)
    if len(lines) > room:
        lines = [line for line in lines if line.upper() != "ESSEX"]
    if len(lines) > room:
        lines = [f"{lines[0]} {lines[1]}", *lines[2:]]
    lines = [*lines[:room], last] if last else lines[:room]
    return lines + [""] * (most - len(lines))


def _plain(home: Home) -> list[str]:
    """Flat, house, number and street, locality, post town, county."""
    street = f"{home.number} {home.street}".strip()
    if home.flat and scatter(home.home_id // 16, 2) < 5_000:
        first = [f"{home.flat} {home.building}".strip()]
    else:
        first = [home.flat, home.building]
    lines = [*first, street, home.locality, home.post_town, "Essex"]
    return [line for line in lines if line]


def _odd(lines: list[str], home: Home) -> list[str]:
    """The lines with the oddity that this home has, if any."""
    lot = scatter(home.home_id, 3)
    if lot < 500:
        return [line.upper() for line in lines]
    if lot < 900 and home.number:
        street = f"{home.number} {home.street}"
        at = lines.index(street)
        return [*lines[:at], *_odd_street(street, home, lot), *lines[at + 1 :]]
    if lot < 950:
        return [f"{line} " for line in lines]
    return lines


def _odd_street(street: str, home: Home, lot: int) -> list[str]:
    """The line with number and street: cut in two, or with something between its words."""
    if lot < 650:
        return [home.number, home.street]
    if lot < 750:
        return [f"{home.number}, {home.street}"]
    if lot < 820:
        return [street.replace(" ", "  ", 1)]
    if lot < 870:
        return [street.replace(" ", NO_BREAK_SPACE, 1)]
    half = len(street) // 2
    return [street[:half] + SOFT_HYPHEN + street[half:]]
