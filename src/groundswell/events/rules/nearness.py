"""How exactly a place is told to those who have not said that they come."""

ROUGH_DEGREES = 0.01


def rough(degrees: float) -> float:
    """A coordinate to the nearest hundredth of a degree: about 1.1 km north, 0.7 km east.

    Rounding is the same each time it is asked, so asking often tells no more than asking once.
    """
    return round(round(degrees / ROUGH_DEGREES) * ROUGH_DEGREES, 2)
