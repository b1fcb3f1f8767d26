"""Telephone numbers that nobody has: those that Ofcom keeps for use in drama.

Ofcom, Telephone numbers for use in TV and radio drama programmes. There are 16,000 landlines and
1,000 mobiles, so a town with more than about 30,000 electors has landlines given out twice.
"""

# Area code and the first digits of the local number; three digits follow.
_LANDLINE_BLOCKS = (
    *("01632 960", "0113 496 0", "0114 496 0", "0115 496 0", "0116 496 0", "0117 496 0"),
    *("0118 496 0", "0121 496 0", "0131 496 0", "0141 496 0", "0151 496 0", "0161 496 0"),
    *("020 7946 0", "0191 498 0", "028 9649 6", "029 2018 0"),
)
_MOBILE_BLOCK = "07700 900"
LANDLINES = 1_000 * len(_LANDLINE_BLOCKS)
MOBILES = 1_000


def landline(index: int) -> str:
    """Landline number ``index``; they repeat from the 16,000th on."""
    scattered = (index * 7_919) % LANDLINES  # 7,919 is prime, so none comes twice before
    return f"{_LANDLINE_BLOCKS[scattered // 1_000]}{scattered % 1_000:03d}"


def mobile(index: int) -> str:
    """Mobile number ``index``; they repeat from the 1,000th on."""
    return f"{_MOBILE_BLOCK}{(index * 337) % MOBILES:03d}"


def is_for_drama(number: str) -> bool:
    """Whether a number, with or without spaces, is one of these."""
    digits = number.replace(" ", "")
    blocks = [block.replace(" ", "") for block in (*_LANDLINE_BLOCKS, _MOBILE_BLOCK)]
    return any(digits[:-3] == block and digits[-3:].isdigit() for block in blocks)
