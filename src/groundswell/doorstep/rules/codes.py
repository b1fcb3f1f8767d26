"""Codes of rounds: short, read out over a telephone, and small in a QR code."""

import secrets

# Base32 without what is taken for one another: no 0 or O, no 1, I or L, no U or V for each other.
LETTERS = "23456789ABCDEFGHJKMNPQRSTWXYZ"
LENGTH = 8


def new_code() -> str:
    """Eight letters and digits, of which there are half a billion thousands."""
    return "".join(secrets.choice(LETTERS) for _place in range(LENGTH))


def tidied(code: str) -> str:
    """A code as somebody may type it."""
    return "".join(letter for letter in code.upper() if letter.isalnum())
