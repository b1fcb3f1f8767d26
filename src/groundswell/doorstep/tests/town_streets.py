"""Made-up streets for the rules of turf and walking, drawn by Hypothesis."""

from hypothesis import strategies as st

from groundswell.doorstep.rules.doors import Door

NAMES = ("Mill Lane", "Long Riding", "Church Road", "Whitmore Way", "High Street", "The Green")


@st.composite
def neighbourhoods(draw, least=1, most=140):
    """Streets beside each other; doors known exactly or by their postcode; flats; some nameless."""
    streets = draw(st.integers(1, len(NAMES)))
    doors: list[Door] = []
    for at, name in enumerate(NAMES[:streets]):
        by_postcode = draw(st.booleans())
        numbers = draw(st.lists(st.integers(0, 60), min_size=1, max_size=most // streets))
        for number in numbers:
            flats = draw(st.sampled_from([0, 0, 0, 3])) if number % 7 == 0 else 0
            for flat in range(1, flats + 1) if flats else [0]:
                doors.append(_door(len(doors) + 1, at, name, number, flat, by_postcode))
    return doors[: max(least, most)]


def _door(household, at, name, number, flat, by_postcode):
    east = 0.0 if by_postcode else number // 2 * 0.00014
    return Door(
        household_id=household,
        street=name,
        order=number,
        number=str(number) if number else "",
        name="" if number else f"House {household}",
        flat=f"Flat {flat}" if flat else "",
        latitude=51.57 + at * 0.0005 + (0 if by_postcode else number % 2 * 0.0001),
        longitude=0.45 + east,
        postcode=f"SS14 {at}AA",
    )
