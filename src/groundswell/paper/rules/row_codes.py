"""The small code beside each row: which printing, which row."""

import re
import secrets

# Without 0 and O, 1 and I and L, U: what is read aloud or typed from paper is not mistaken.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
PRINTING_LENGTH = 5
_ROW_CODE = re.compile(rf"([{ALPHABET}]{{{PRINTING_LENGTH}}})(\d{{3,4}})")


def new_printing_code() -> str:
    """A code for one printing: 24 million of them, so a clash is rare and tried again."""
    return "".join(secrets.choice(ALPHABET) for _place in range(PRINTING_LENGTH))


def row_code(printing_code: str, row: int) -> str:
    """``K7Q2M017``: eight characters (nine from row 1,000 on), as a Micro QR code M3 holds."""
    return f"{printing_code}{row:03d}"


def read_row_code(text: str) -> tuple[str, int] | None:
    """Printing and row of a row's code as typed or scanned; None where it is none."""
    found = _ROW_CODE.fullmatch(text.strip().upper())
    return (found[1], int(found[2])) if found else None
