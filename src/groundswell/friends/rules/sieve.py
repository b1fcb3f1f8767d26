"""The filter: keyed hashes, each shortened to a few bits, sorted, and packed (Golomb-Rice).

Whoever holds a hash can ask whether it is in; one in ``2 ** CLOSENESS`` of the hashes that are not
in looks as if it were, or fewer. Smaller than a Bloom filter (1.5 bits over the bound instead of
44 % more), and written and read in some lines of any language.

Bytes: width of a number (1), closeness (1), how many (4, big endian), the first number and then the
gaps, each as quotient in unary (ones, then a zero) and remainder in ``closeness`` bits.
"""

import hashlib
import secrets
from collections.abc import Iterable

CLOSENESS = 10
# Numbers of chance are added up to the next multiple, so that the size tells no exact count.
STEP = 512
_WIDEST = 32
_HEADER = 6


def packed(hashes: Iterable[bytes]) -> bytes:
    """The filter of these hashes, filled up with numbers of chance."""
    firsts = [short(one) for one in hashes]
    many = -(-max(1, len(firsts)) // STEP) * STEP
    width = min(_WIDEST, (many - 1).bit_length() + CLOSENESS)
    numbers = {first >> (_WIDEST - width) for first in firsts}
    while len(numbers) < many:
        numbers.add(secrets.randbelow(1 << width))
    return bytes([width, CLOSENESS]) + len(numbers).to_bytes(4) + _bits(sorted(numbers))


def unpacked(sieve: bytes) -> tuple[int, frozenset[int]]:
    """The width of its numbers, and all of them."""
    width, closeness, many = sieve[0], sieve[1], int.from_bytes(sieve[2:_HEADER])
    body = sieve[_HEADER:]
    stream = format(int.from_bytes(body), f"0{8 * len(body)}b")
    place, last, numbers = 0, 0, set()
    for _number in range(many):
        ends = stream.index("0", place)
        rest = ends + 1 + closeness
        last += (ends - place) << closeness | int(stream[ends + 1 : rest], 2)
        numbers.add(last)
        place = rest
    return width, frozenset(numbers)


def short(whole: bytes) -> int:
    """The first 32 bits of a keyed hash's SHA-256."""
    return int.from_bytes(hashlib.sha256(whole).digest()[: _WIDEST // 8])


def _bits(numbers: list[int]) -> bytes:
    last, parts = 0, []
    for number in numbers:
        quotient, remainder = divmod(number - last, 1 << CLOSENESS)
        parts.append("1" * quotient + "0" + format(remainder, f"0{CLOSENESS}b"))
        last = number
    text = "".join(parts)
    text += "0" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8) if text else b""
