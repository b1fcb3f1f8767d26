"""A keyed hash that a device can have computed without showing what is hashed.

An oblivious pseudorandom function on the curve P-256, as in RFC 9497 but with x coordinates alone:
the device hashes a key to a point P and sends x(rP) with a secret r of its own; the server answers
x(k·rP); the device takes r off again and has x(kP). A point and its negative share their x, so the
sign that is lost on the way changes nothing. The server sees points that look random (to tell them
from random ones would break the Diffie-Hellman assumption), the device learns nothing of k, and so
can test a guess only by asking, which is counted.

A point is found by trying: SHA-256 of a counter and the key, until it is the x of a point. How
often is tried depends on the key, but only on the device and in the worker, where nobody watches.
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator

from cryptography.hazmat.primitives.asymmetric import ec

SIZE = 32
_CURVE = ec.SECP256R1()
_TRIES = 200
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def new_key() -> bytes:
    """A secret number for a while: 32 bytes, from 1 to the order of the curve."""
    return (secrets.randbelow(_ORDER - 1) + 1).to_bytes(SIZE)


def hashed(key: bytes, texts: Iterable[str]) -> Iterator[bytes]:
    """The keyed hash of each text: x(kP), 32 bytes."""
    secret = _secret(key)
    for text in texts:
        yield secret.exchange(ec.ECDH(), point_of(text))


def evaluated(key: bytes, blinded: bytes) -> bytes:
    """x coordinates, 32 bytes each, multiplied by the key; ValueError for what is no point."""
    secret = _secret(key)
    return b"".join(
        secret.exchange(ec.ECDH(), _point(blinded[start : start + SIZE]))
        for start in range(0, len(blinded), SIZE)
    )


def point_of(text: str) -> ec.EllipticCurvePublicKey:
    """The point of the curve that stands for a text."""
    told = text.encode()
    for attempt in range(_TRIES):
        try:
            return _point(hashlib.sha256(bytes([attempt]) + told).digest())
        except ValueError:  # about every other number is the x of no point
            continue
    raise ArithmeticError("no point was found, which does not happen once in 2^200 times")


def _point(x: bytes) -> ec.EllipticCurvePublicKey:
    return ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, b"\x02" + x)


def _secret(key: bytes) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(key), _CURVE)
