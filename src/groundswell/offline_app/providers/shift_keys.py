"""The keys of a shift, made anew from the installation's secret whenever they are asked for."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import date

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


@dataclass(frozen=True)
class ShiftKeys:
    """32 bytes to seal what lies on the telephone (AES-GCM), 32 to sign a file (HMAC-SHA256)."""

    sealing: bytes
    signing: bytes


def shift_keys(member_id: int, device: str, day: date) -> ShiftKeys:
    """The keys for one member on one telephone on one day, kept nowhere (HKDF, RFC 5869)."""
    about = f"{member_id}|{day.isoformat()}|{device}"
    return ShiftKeys(_key(f"shift seal|{about}"), _key(f"shift sign|{about}"))


def signature_of(words: str, key: bytes) -> str:
    """HMAC-SHA256 over the text in UTF-8, in hexadecimal."""
    return hmac.new(key, words.encode(), hashlib.sha256).hexdigest()


def is_signed(words: str, signature: str, key: bytes) -> bool:
    """Whether this signature is the one made with this key."""
    return hmac.compare_digest(signature_of(words, key).encode(), signature.encode())


def _key(about: str) -> bytes:
    purpose = f"groundswell {about}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(
        settings.SECRET_KEY.encode()
    )
